import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Stores } from "../../src/store/stores.js";
import { type Office, openOffice, slotAt } from "../booking/a-saturday.js";
import { NEXT_SATURDAY, THIS_SATURDAY, TODAY } from "../booking/morning.js";

const AT_0800 = slotAt("08:00");
const AT_0830 = slotAt("08:30");
const shut = { desk: "so", open: false };

/** What members do with a Saturday, over every store. */
export function saturdayDeskContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	let office: Office;
	beforeEach(async () => {
		stores = await open();
		office = openOffice(stores.bookings);
	});
	afterEach(() => stores.close());

	describe("planning a session", () => {
		it("lists whom a closing hits, and closes when the number is the one that was seen", async () => {
			const { saturday, booking, books } = office;
			await books("hoa", AT_0800);
			await books("nam", AT_0830);
			const { code } = await books("tu", AT_0800);
			await booking.cancel(code);
			const hits = await saturday.hits("so", THIS_SATURDAY, shut);
			expect(hits.map(({ person }) => person)).toEqual([
				"telegram:hoa",
				"telegram:nam",
			]);
			expect(await saturday.plan("so", THIS_SATURDAY, shut, 1)).toMatchObject({
				kind: "changed",
				hits,
			});
			expect(await booking.hours("so", THIS_SATURDAY)).not.toEqual([]);
			expect(await saturday.plan("so", THIS_SATURDAY, shut, 2)).toMatchObject({
				kind: "planned",
				hits,
			});
			expect(await booking.hours("so", THIS_SATURDAY)).toEqual([]);
			expect(await booking.hold("telegram:lan", AT_0800)).toMatchObject({
				kind: "closed",
			});
		});

		it("refuses to close over somebody who booked after the number was seen", async () => {
			const { saturday, books } = office;
			const seen = await saturday.hits("so", THIS_SATURDAY, shut);
			await books("hoa", AT_0800);
			expect(
				await saturday.plan("so", THIS_SATURDAY, shut, seen.length),
			).toMatchObject({ kind: "changed", hits: [{ person: "telegram:hoa" }] });
		});

		it("lets nobody in who was on the way when it closed", async () => {
			const { saturday, booking } = office;
			await booking.hold("telegram:hoa", AT_0800);
			const [planned, late] = await Promise.all([
				saturday.plan("so", THIS_SATURDAY, shut, 0),
				stores.bookings.confirm(
					{
						...AT_0800,
						code: "T7-ZZZZZZ",
						person: "telegram:hoa",
						visitor: { name: "Hoa" },
					},
					office.now,
					{ places: 2, ahead: 2, today: TODAY },
				),
			]);
			expect([planned.kind, late.kind]).toEqual(["planned", "closed"]);
		});

		it("shrinks hours over those who sit outside them, and drops nobody for fewer places", async () => {
			const { saturday, books } = office;
			await books("hoa", AT_0800);
			await books("nam", AT_0800);
			await books("tu", slotAt("10:30"));
			const shorter = {
				desk: "so",
				open: true,
				hours: [{ from: "07:30", to: "10:00" }],
				places: 1,
			} as const;
			const hits = await saturday.hits("so", THIS_SATURDAY, shorter);
			expect(hits.map(({ person }) => person)).toEqual(["telegram:tu"]);
			await saturday.plan("so", THIS_SATURDAY, shorter, 1);
			const [view] = await saturday.sessions(TODAY, 1);
			expect(view).toMatchObject({ places: 1, booked: 3, hit: 1, free: 4 });
			expect(view?.hours.at(-1)).toBe("09:30");
		});

		it("opens a break and a day too far ahead, and never a holiday", async () => {
			const { saturday, booking } = office;
			const open = { desk: "so", open: true };
			const far = "2027-03-06";
			for (const day of ["2027-01-02", far] as const) {
				expect(await booking.hours("so", day)).toEqual([]);
				expect(await saturday.plan("so", day, open, 0)).toMatchObject({
					kind: "planned",
				});
				expect(await booking.hours("so", day)).toHaveLength(8);
			}
			expect((await booking.sessions()).map(({ day }) => day)).toContain(far);
			expect(await saturday.plan("so", "2027-02-06", open, 0)).toMatchObject({
				kind: "refused",
				why: { kind: "statutory" },
			});
			expect(await saturday.plan("so", "2026-11-21", open, 0)).toMatchObject({
				kind: "refused",
				why: { kind: "past" },
			});
		});

		it("that opened an ordinary day does not open it once a break is decreed", async () => {
			const { saturday, booking, books } = office;
			const open = { desk: "so", open: true, places: 3 };
			await saturday.plan("so", THIS_SATURDAY, open, 0);
			const { code } = await books("hoa", AT_0800);
			office.calendar = {
				days: [
					{
						from: THIS_SATURDAY,
						kind: "makeup",
						name: "Làm bù",
						status: "official",
						source: "a decree of this test",
					},
				],
			};
			expect(await booking.hours("so", THIS_SATURDAY)).toEqual([]);
			const [view] = await saturday.sessions(TODAY, 1);
			expect(view).toMatchObject({
				shut: { kind: "makeup" },
				row: { name: "Làm bù" },
				hit: 1,
			});
			await saturday.plan("so", THIS_SATURDAY, open, 0);
			expect(await booking.hours("so", THIS_SATURDAY)).toHaveLength(8);
			expect(await booking.find(code)).toMatchObject({ status: "booked" });
		});

		it("opens the Saturdays of a desk that is not open by itself", async () => {
			office = openOffice(stores.bookings, { weekly: false });
			const { saturday, booking } = office;
			expect(await booking.sessions()).toEqual([]);
			await saturday.plan("so", NEXT_SATURDAY, { desk: "so", open: true }, 0);
			expect((await booking.sessions()).map(({ day }) => day)).toEqual([
				NEXT_SATURDAY,
			]);
		});

		it("names those who stand before a shut door and whom nobody can tell", async () => {
			const { saturday, store, books } = office;
			office.lost.add("telegram:nam");
			office.lost.add("telegram:tu");
			await books("hoa", AT_0800);
			await books("nam", AT_0800);
			const { code } = await books("tu", AT_0830);
			await saturday.plan("so", THIS_SATURDAY, shut, 3);
			const people = async () =>
				(await saturday.unreached("so", THIS_SATURDAY)).map(
					({ person }) => person,
				);
			expect(await people()).toEqual(["telegram:nam", "telegram:tu"]);
			await store.tell(code, { sequence: 0, given: ["closed"] });
			expect(await people()).toEqual(["telegram:nam"]);
		});

		it("that opens again is told anew when it shuts once more", async () => {
			const { saturday, store, books } = office;
			const { code } = await books("hoa", AT_0800);
			await saturday.plan("so", THIS_SATURDAY, shut, 1);
			await store.tell(code, { sequence: 0, given: ["closed"] });
			await saturday.plan("so", THIS_SATURDAY, { desk: "so", open: true }, 0);
			expect(await store.find(code)).not.toHaveProperty("given");
			expect(await saturday.plan("so", THIS_SATURDAY, shut, 1)).toMatchObject({
				kind: "planned",
			});
		});
	});

	describe("volunteers", () => {
		const places = async () =>
			(await office.saturday.sessions(TODAY, 1))[0]?.places;

		it("make the places of a session, unless a number is planned", async () => {
			const { saturday } = office;
			expect(await places()).toBe(2);
			for (const member of ["tv-an", "tv-binh", "tv-chi"])
				expect(await saturday.serve("so", THIS_SATURDAY, member)).toEqual({
					kind: "serving",
				});
			expect(await places()).toBe(3);
			expect(await saturday.serve("so", THIS_SATURDAY, "tv-an")).toEqual({
				kind: "already-serving",
			});
			await saturday.plan(
				"so",
				THIS_SATURDAY,
				{ desk: "so", open: true, places: 5 },
				0,
			);
			expect(await places()).toBe(5);
		});

		it("who drop out leave a gap that exactly one of several fills", async () => {
			const { saturday } = office;
			for (const member of ["tv-an", "tv-binh"])
				await saturday.serve("so", THIS_SATURDAY, member);
			expect(
				await saturday.dropOut("so", THIS_SATURDAY, "tv-an"),
			).toMatchObject({ kind: "dropped-out", gap: { member: "tv-an" } });
			const outcomes = await Promise.all(
				["tv-chi", "tv-dung", "tv-em"].map((member) =>
					saturday.relieve("so", THIS_SATURDAY, member),
				),
			);
			expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
				"already-filled",
				"already-filled",
				"taken",
			]);
			const [view] = await saturday.sessions(TODAY, 1);
			expect(view?.gaps).toEqual([]);
			expect(view?.duties).toHaveLength(2);
			expect(await saturday.dropOut("so", THIS_SATURDAY, "tv-an")).toEqual({
				kind: "not-serving",
			});
		});

		it("who drop out keep none of those forwarded to them", async () => {
			const { saturday, books, store } = office;
			await saturday.serve("so", THIS_SATURDAY, "tv-an");
			const { code } = await books("hoa", AT_0800);
			expect(await saturday.forward(code, "tv-binh")).toEqual({
				kind: "not-on-duty",
			});
			await saturday.forward(code, "tv-an");
			expect(await store.find(code)).toMatchObject({ volunteer: "tv-an" });
			await saturday.dropOut("so", THIS_SATURDAY, "tv-an");
			expect(await store.find(code)).not.toHaveProperty("volunteer");
		});

		it("take nobody's seat away when they become fewer", async () => {
			const { saturday, booking, books } = office;
			for (const member of ["tv-an", "tv-binh", "tv-chi"])
				await saturday.serve("so", THIS_SATURDAY, member);
			for (const name of ["hoa", "nam", "tu"]) await books(name, AT_0800);
			await saturday.dropOut("so", THIS_SATURDAY, "tv-an");
			const [first] = (await booking.hours("so", THIS_SATURDAY)).slice(1);
			expect(first).toEqual({ time: "08:00", free: 0 });
			const roster = await saturday.roster("so", THIS_SATURDAY);
			expect(roster?.totals.booked).toBe(3);
		});

		it("stay in the count of a session that is behind", async () => {
			const { saturday } = office;
			await saturday.serve("so", THIS_SATURDAY, "tv-an");
			await saturday.serve("so", THIS_SATURDAY, "tv-binh");
			office.at(THIS_SATURDAY, "11:29");
			expect(
				await saturday.dropOut("so", THIS_SATURDAY, "tv-an"),
			).toMatchObject({ kind: "dropped-out" });
			office.at(THIS_SATURDAY, "11:30");
			for (const act of [saturday.dropOut, saturday.relieve])
				expect(
					await act(
						"so",
						THIS_SATURDAY,
						act === saturday.dropOut ? "tv-binh" : "tv-chi",
					),
				).toEqual({ kind: "over" });
			const [view] = await saturday.sessions(THIS_SATURDAY, 1);
			expect(view?.duties).toMatchObject([{ member: "tv-binh" }]);
		});

		it("take nobody's turn in a session that was closed", async () => {
			const { saturday } = office;
			await saturday.serve("so", THIS_SATURDAY, "tv-an");
			await saturday.dropOut("so", THIS_SATURDAY, "tv-an");
			await saturday.plan("so", THIS_SATURDAY, shut, 0);
			expect(
				await saturday.relieve("so", THIS_SATURDAY, "tv-binh"),
			).toMatchObject({ kind: "refused", why: { kind: "closed-by-desk" } });
		});

		it("come to no session that is shut", async () => {
			expect(
				await office.saturday.serve("so", "2027-02-06", "tv-an"),
			).toMatchObject({ kind: "refused", why: { kind: "statutory" } });
		});
	});

	describe("recording visits", () => {
		beforeEach(() => office.at(THIS_SATURDAY, "08:05"));
		const book = async (name = "hoa") => {
			office.now = new Date("2026-11-23T09:00:00+07:00");
			const { code } = await office.books(name, AT_0800);
			office.at(THIS_SATURDAY, "08:05");
			return code;
		};

		it("knows for each tap who made it and when, and takes them back one by one", async () => {
			const { saturday, store } = office;
			const code = await book();
			const visit = async () => (await store.find(code))?.visit;
			await saturday.record(code, { kind: "arrived" }, "tv-an");
			const came = { arrivedAt: office.now };
			expect(await visit()).toEqual({
				state: "arrived",
				at: office.now,
				by: "tv-an",
				...came,
			});
			office.passes(20);
			const done = {
				kind: "done",
				outcome: "received",
				note: " thiếu điều lệ ",
			} as const;
			await saturday.record(code, done, "tv-binh");
			expect(await visit()).toEqual({
				state: "done",
				at: office.now,
				by: "tv-binh",
				outcome: "received",
				note: "thiếu điều lệ",
				...came,
			});
			await saturday.record(code, { kind: "undo" }, "tv-an");
			expect(await visit()).toMatchObject({ state: "arrived", ...came });
			await saturday.record(code, { kind: "undo" }, "tv-an");
			expect(await visit()).toBeUndefined();
		});

		it("goes to done without arrived, and from no-show to arrived, but not from done to no-show", async () => {
			const { saturday } = office;
			const record = (act: Parameters<typeof saturday.record>[1]) =>
				saturday.record(code, act, "tv-an");
			const code = await book();
			await record({ kind: "no-show" });
			expect(await record({ kind: "arrived" })).toMatchObject({
				kind: "recorded",
				booking: { visit: { state: "arrived" } },
			});
			await record({ kind: "undo" });
			expect(await record({ kind: "done", outcome: "advised" })).toMatchObject({
				kind: "recorded",
			});
			expect(await record({ kind: "no-show" })).toMatchObject({
				kind: "already-done",
			});
			expect(await record({ kind: "arrived" })).toMatchObject({
				kind: "already-done",
			});
		});

		it("is nothing for a cancelled booking, before the day, or for a strange code", async () => {
			const { saturday, booking } = office;
			const code = await book();
			office.at("2026-11-27", "20:00");
			expect(
				await saturday.record(code, { kind: "arrived" }, "tv-an"),
			).toMatchObject({ kind: "too-early" });
			await booking.cancel(code);
			office.at(THIS_SATURDAY, "08:05");
			expect(
				await saturday.record(code, { kind: "arrived" }, "tv-an"),
			).toMatchObject({ kind: "cancelled" });
			expect(
				await saturday.record("T7-ZZZZZZ", { kind: "arrived" }, "tv-an"),
			).toEqual({ kind: "not-found" });
		});

		it("leaves nothing to move or cancel for somebody who is there", async () => {
			const { saturday, store } = office;
			const code = await book();
			await saturday.record(code, { kind: "arrived" }, "tv-an");
			expect(await store.cancel(code)).toMatchObject({ kind: "too-late" });
			const limits = { places: 2, ahead: 2, today: THIS_SATURDAY };
			expect(
				await store.move(code, slotAt("10:00"), office.now, limits),
			).toMatchObject({ kind: "too-late" });
		});

		it("takes in who comes without booking, beside a full half hour, and lets them out again", async () => {
			const { saturday, booking } = office;
			await book("hoa");
			await book("nam");
			const who = { visitor: { name: "bác Sáu" }, procedure: "2.001583" };
			const came = await saturday.walkIn("so", THIS_SATURDAY, who, "tv-an");
			expect(came).toMatchObject({
				kind: "recorded",
				booking: {
					...AT_0800,
					place: 3,
					walkIn: true,
					visit: { state: "arrived", by: "tv-an" },
				},
			});
			expect(await booking.hours("so", THIS_SATURDAY)).toContainEqual({
				time: "08:30",
				free: 2,
			});
			if (came.kind !== "recorded") throw new Error(came.kind);
			const roster = await saturday.roster("so", THIS_SATURDAY);
			expect(roster?.totals).toMatchObject({
				booked: 2,
				walkIns: 1,
				arrived: 1,
			});
			await saturday.record(came.booking.code, { kind: "undo" }, "tv-an");
			const after = await saturday.roster("so", THIS_SATURDAY);
			expect(after?.totals).toMatchObject({ walkIns: 0, arrived: 0 });
			expect(await saturday.walkIn("so", NEXT_SATURDAY, who, "tv-an")).toEqual({
				kind: "shut",
			});
		});

		it("notes papers, a question, and afterwards how content somebody was", async () => {
			const { saturday, booking } = office;
			const code = await book();
			expect(await booking.rate(code, 3)).toBeUndefined();
			await booking.tick(code, ["Điều lệ công ty"]);
			await booking.ask(code, "Cần công chứng không?");
			await saturday.record(code, { kind: "arrived" }, "tv-an");
			expect(await booking.rate(code, 3)).toMatchObject({
				rating: 3,
				ready: ["Điều lệ công ty"],
				question: "Cần công chứng không?",
			});
		});
	});

	describe("a line before a full session", () => {
		const session = { desk: "so", day: THIS_SATURDAY } as const;
		beforeEach(() => {
			office = openOffice(stores.bookings, {
				sessions: [{ from: "08:00", to: "09:00" }],
				placesPerHalfHour: 1,
				closesMinutesBefore: 30,
			});
		});
		const waits = (name: string) =>
			office.booking.wait(`telegram:${name}`, session, { name });
		const offers = async () =>
			(await stores.bookings.saturday(THIS_SATURDAY)).waiting.map(
				({ person, offer, lapsed }) =>
					`${person} ${lapsed ? "lapsed" : (offer?.time ?? "waits")}`,
			);
		const full = async () => [
			await office.books("a", AT_0800),
			await office.books("b", AT_0830),
		];

		it("forms only when there is no seat", async () => {
			expect(await waits("hoa")).toEqual({ kind: "free" });
			await full();
			expect(await waits("hoa")).toEqual({ kind: "waiting", position: 1 });
			expect(await waits("nam")).toEqual({ kind: "waiting", position: 2 });
			expect(await waits("hoa")).toEqual({ kind: "waiting", position: 1 });
			expect(await waits("a")).toMatchObject({ kind: "already-booked" });
			expect(
				await office.booking.wait(
					"telegram:tu",
					{ desk: "so", day: "2027-02-06" },
					{ name: "tu" },
				),
			).toEqual({ kind: "closed" });
		});

		it("has every free seat, even before it is offered", async () => {
			const [first] = await full();
			await waits("hoa");
			await office.booking.cancel(first?.code ?? "T7-222222");
			expect(await office.booking.hold("telegram:nam", AT_0800)).toEqual({
				kind: "full",
			});
			expect(
				await office.booking.confirm("telegram:nam", AT_0800, { name: "N" }),
			).toEqual({ kind: "full" });
			expect((await office.booking.sessions())[0]?.free).toBe(0);
		});

		it("is offered seats in order, several at once, and each confirms as with a hold", async () => {
			const [first, second] = await full();
			for (const name of ["hoa", "nam", "tu"]) await waits(name);
			await office.booking.cancel(second?.code ?? "T7-222222");
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([
				"telegram:hoa 08:00",
				"telegram:nam 08:30",
				"telegram:tu waits",
			]);
			expect(await office.booking.hold("telegram:hoa", AT_0800)).toMatchObject({
				kind: "held",
				hold: { until: new Date("2026-11-23T11:00:00+07:00") },
			});
			expect(
				await office.booking.confirm("telegram:hoa", AT_0800, { name: "Hoa" }),
			).toMatchObject({ kind: "booked", booking: { place: 1 } });
			expect(await offers()).toEqual([
				"telegram:nam 08:30",
				"telegram:tu waits",
			]);
			expect(
				await office.booking.confirm("telegram:tu", AT_0830, { name: "Tu" }),
			).toEqual({ kind: "full" });
		});

		it("moves on after two hours, after thirty minutes on the day, and never beyond the closing", async () => {
			const [first] = await full();
			for (const name of ["hoa", "nam", "tu"]) await waits(name);
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			office.passes(119);
			await office.saturday.offerSeats();
			expect(await offers()).toContain("telegram:hoa 08:00");
			office.passes(1);
			expect(
				await office.booking.confirm("telegram:hoa", AT_0800, { name: "H" }),
			).toEqual({ kind: "full" });
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([
				"telegram:hoa lapsed",
				"telegram:nam 08:00",
				"telegram:tu waits",
			]);
			office.at(THIS_SATURDAY, "07:10");
			await office.saturday.offerSeats();
			const { waiting } = await stores.bookings.saturday(THIS_SATURDAY);
			expect(waiting.at(-1)?.offer?.until).toEqual(
				new Date("2026-11-28T07:30:00+07:00"),
			);
		});

		it("moves on when somebody refuses or is forgotten, and nothing is left of them", async () => {
			const [first] = await full();
			for (const name of ["hoa", "nam", "tu"]) await waits(name);
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			await office.booking.leaveLine("telegram:hoa", session);
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([
				"telegram:nam 08:00",
				"telegram:tu waits",
			]);
			await office.booking.forget("telegram:nam");
			await office.saturday.offerSeats();
			expect(await offers()).toEqual(["telegram:tu 08:00"]);
			expect(await office.booking.leaveLine("telegram:nam", session)).toBe(
				false,
			);
			expect((await stores.bookings.saturday(THIS_SATURDAY)).waited).toEqual({
				so: 3,
			});
		});

		it("gives one seat to exactly one of two who answer at once", async () => {
			const [first] = await full();
			for (const name of ["hoa", "nam"]) await waits(name);
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			office.passes(120); // Hoa's offer ends, and she answers all the same
			const outcomes = await Promise.all([
				office.saturday.offerSeats(),
				office.booking.confirm("telegram:hoa", AT_0800, { name: "Hoa" }),
				office.booking.confirm("telegram:nam", AT_0800, { name: "Nam" }),
				office.booking.confirm("telegram:nam", AT_0800, { name: "Nam" }),
			]);
			const kinds = outcomes.flatMap((one) => (one ? [one.kind] : []));
			expect(kinds.sort()).toEqual(["already-booked", "booked", "full"]);
			const active = await stores.bookings.session("so", THIS_SATURDAY);
			expect(
				active.filter(
					({ status, time }) => status === "booked" && time === "08:00",
				),
			).toHaveLength(1);
		});

		it("is offered what more volunteers or a longer day make free", async () => {
			await full();
			for (const name of ["hoa", "nam", "tu"]) await waits(name);
			await office.saturday.plan(
				"so",
				THIS_SATURDAY,
				{
					desk: "so",
					open: true,
					hours: [{ from: "07:30", to: "09:00" }],
				},
				0,
			);
			await office.saturday.offerSeats();
			expect(await offers()).toContain("telegram:hoa 07:30");
			for (const member of ["tv-an", "tv-binh"])
				await office.saturday.serve("so", THIS_SATURDAY, member);
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([
				"telegram:hoa 07:30",
				"telegram:nam 07:30",
				"telegram:tu 08:00",
			]);
		});

		it("ends with the last half hour, and in a session that shuts nothing stays on offer", async () => {
			const [first] = await full();
			for (const name of ["hoa", "nam"]) await waits(name);
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			await office.saturday.plan("so", THIS_SATURDAY, shut, 1);
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([
				"telegram:hoa lapsed",
				"telegram:nam waits",
			]);
			office.at(THIS_SATURDAY, "08:00");
			await office.saturday.offerSeats();
			expect(await offers()).toEqual([]);
		});

		it("knows who was told of an offer, and forgets a lapse once it was told", async () => {
			const [first] = await full();
			await waits("hoa");
			await office.booking.cancel(first?.code ?? "T7-222222");
			await office.saturday.offerSeats();
			const line = async () =>
				(await office.booking.waiting("telegram:hoa"))[0];
			const tell = async () => {
				const one = await line();
				if (one) await office.booking.tellWaiting("telegram:hoa", one);
			};
			expect(await line()).toMatchObject({ position: 1 });
			await tell();
			expect(await line()).toMatchObject({ offer: { told: true } });
			office.passes(120);
			await office.saturday.offerSeats();
			expect(await line()).toMatchObject({ lapsed: true });
			await tell();
			expect(await line()).toBeUndefined();
		});
	});

	describe("whoever listens", () => {
		it("hears of each session that changed, by whomever, until they stop", async () => {
			const heard: string[] = [];
			const stop = office.saturday.onChange((desk, day) => {
				heard.push(`${desk} ${day}`);
			});
			const { code } = await office.books("hoa", AT_0800);
			await office.saturday.serve("so", NEXT_SATURDAY, "tv-an");
			await office.saturday.serve("so", NEXT_SATURDAY, "tv-an"); // changes nothing
			expect(heard).toEqual([`so ${THIS_SATURDAY}`, `so ${NEXT_SATURDAY}`]);
			stop();
			await office.booking.cancel(code);
			expect(heard).toHaveLength(2);
		});
	});
}
