import { describe, expect, it } from "vitest";
import { memoryBookings } from "../../src/store/memory/bookings.js";
import { smallKnowledge } from "../journeys/small-world.js";
import { openOffice, slotAt } from "./a-saturday.js";
import { THIS_SATURDAY } from "./morning.js";

const COMPANY = "2.001583"; // papers: Giấy đề nghị, Điều lệ công ty

/** A Saturday with three bookings and two volunteers, of whom one knows companies. */
async function aMorning() {
	const office = openOffice(memoryBookings());
	const { procedures } = smallKnowledge();
	const field = procedures.get(COMPANY)?.field ?? "";
	office.procedures = procedures;
	office.volunteers = [
		{ id: "tv-an", fields: [] },
		{ id: "tv-binh", fields: [field] },
	];
	for (const { id } of office.volunteers)
		await office.saturday.serve("so", THIS_SATURDAY, id);
	const hoa = await office.books("hoa", slotAt("08:00"), COMPANY);
	const nam = await office.books("nam", slotAt("08:00"));
	const tu = await office.books("tu", slotAt("10:30"));
	await office.booking.cancel(tu.code);
	const roster = async () => {
		const found = await office.saturday.roster("so", THIS_SATURDAY);
		if (!found) throw new Error("there is no such desk");
		return found;
	};
	const lines = async (time: string) =>
		(await roster()).hours.find((hour) => hour.time === time)?.lines ?? [];
	return { office, hoa, nam, roster, lines };
}

describe("the roster", () => {
	it("has every half hour, those who come by place, and nobody who cancelled", async () => {
		const { roster, lines } = await aMorning();
		const { hours } = await roster();
		expect(hours.map(({ time }) => time)).toEqual([
			"07:30",
			"08:00",
			"08:30",
			"09:00",
			"09:30",
			"10:00",
			"10:30",
			"11:00",
		]);
		expect((await lines("08:00")).map((line) => line.booking.person)).toEqual([
			"telegram:hoa",
			"telegram:nam",
		]);
		expect(await lines("10:30")).toEqual([]);
	});

	it("assigns by field, then to whoever is free, and as somebody forwarded", async () => {
		const { office, nam, lines } = await aMorning();
		const volunteers = async () =>
			(await lines("08:00")).map(({ volunteer }) => volunteer);
		expect(await volunteers()).toEqual(["tv-binh", "tv-an"]);
		await office.saturday.forward(nam.code, "tv-binh");
		expect(await volunteers()).toEqual(["tv-binh", "tv-binh"]);
	});

	it("says of each paper whether it is ready, once the person said anything", async () => {
		const { office, hoa, lines } = await aMorning();
		const papers = async () => (await lines("08:00"))[0]?.papers;
		expect(await papers()).toEqual([
			{ name: "Giấy đề nghị", ready: undefined },
			{ name: "Điều lệ công ty", ready: undefined },
		]);
		await office.booking.tick(hoa.code, ["Điều lệ công ty"]);
		expect(await papers()).toEqual([
			{ name: "Giấy đề nghị", ready: false },
			{ name: "Điều lệ công ty", ready: true },
		]);
	});

	it("keeps those who sit outside shortened hours, and adds up", async () => {
		const { office, nam, hoa, roster, lines } = await aMorning();
		await office.saturday.plan(
			"so",
			THIS_SATURDAY,
			{ desk: "so", open: true, hours: [{ from: "09:00", to: "10:00" }] },
			2,
		);
		expect(await lines("08:00")).toHaveLength(2);
		office.at(THIS_SATURDAY, "09:10");
		await office.saturday.walkIn("so", THIS_SATURDAY, {}, "tv-an");
		await office.saturday.record(hoa.code, { kind: "no-show" }, "tv-an");
		await office.saturday.record(
			nam.code,
			{ kind: "done", outcome: "settled" },
			"tv-an",
		);
		expect((await roster()).totals).toEqual({
			booked: 2,
			walkIns: 1,
			arrived: 1,
			done: 1,
			noShow: 1,
			cancelled: 1,
			waiting: 0,
			outcomes: { advised: 0, settled: 1, received: 0, elsewhere: 0 },
		});
	});

	it("is nothing for a desk that nobody knows", async () => {
		const { office } = await aMorning();
		expect(await office.saturday.roster("xa", THIS_SATURDAY)).toBeUndefined();
	});
});
