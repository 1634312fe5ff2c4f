import { beforeEach, describe, expect, it } from "vitest";
import type { PersonKey } from "../../src/booking/store.js";
import { createRelief } from "../../src/outbox/relief.js";
import type { Member } from "../../src/people/roles.js";
import { openMemory } from "../../src/store/memory/index.js";
import { type Office, openOffice } from "../booking/a-saturday.js";
import { THIS_SATURDAY } from "../booking/morning.js";

const member = (id: string, changes: Partial<Member> = {}): Member => ({
	id,
	name: id,
	role: "volunteer",
	desk: "so",
	fields: [],
	conversations: [`telegram:${id}`],
	joinedAt: new Date("2026-11-01T00:00:00Z"),
	...changes,
});

let stores: ReturnType<typeof openMemory>;
let office: Office;
let team: readonly Member[];
let lost: Set<PersonKey>;
beforeEach(() => {
	stores = openMemory(() => office.now);
	office = openOffice(stores.bookings);
	team = [member("an"), member("binh"), member("chi")];
	lost = new Set();
});

/** As after a stop: nothing is remembered but what is stored. */
const round = () =>
	createRelief({
		bookings: stores.bookings,
		letters: stores.letters,
		members: async () => team,
		reachable: async (conversations) =>
			conversations.find((one) => !lost.has(one)),
		knowledge: () => office,
		clock: () => office.now,
	})();
const letters = async () =>
	(await stores.letters.waiting()).map(
		({ to, content }) => `${content.kind} → ${to}`,
	);
/** The postman has brought everything. */
const brought = async () => {
	for (const { id } of await stores.letters.waiting())
		await stores.letters.done(id);
};
const dropOut = async (...ids: readonly string[]) => {
	for (const id of ids) await office.saturday.serve("so", THIS_SATURDAY, id);
	for (const id of ids) await office.saturday.dropOut("so", THIS_SATURDAY, id);
};

describe("a volunteer who drops out", () => {
	it("has the rest of the desk's volunteers asked, once", async () => {
		team = [
			...team,
			member("dung"),
			member("minh", { role: "administrator" }),
			member("xa", { desk: "xa" }),
			member("web", { conversations: [] }),
		];
		await office.saturday.serve("so", THIS_SATURDAY, "dung");
		await dropOut("an");
		await round();
		expect(await letters()).toEqual([
			"duty-gap → telegram:binh",
			"duty-gap → telegram:chi",
		]);
		await brought();
		await round();
		expect(await letters()).toEqual([]);
		const [view] = await office.saturday.sessions(THIS_SATURDAY, 1);
		expect(view?.gaps).toMatchObject([{ asked: ["binh", "chi"] }]);
	});

	it("has nobody asked who has just said that they cannot", async () => {
		await dropOut("binh", "an");
		await round();
		expect(await letters()).toEqual([
			"duty-gap → telegram:chi",
			"duty-gap → telegram:chi",
		]);
	});

	it("has nobody asked for a session that has begun or was closed", async () => {
		await dropOut("an");
		await office.saturday.plan(
			"so",
			THIS_SATURDAY,
			{ desk: "so", open: false },
			0,
		);
		await round();
		expect(await letters()).toEqual([]);
		await office.saturday.plan(
			"so",
			THIS_SATURDAY,
			{ desk: "so", open: true },
			0,
		);
		office.at(THIS_SATURDAY, "07:30");
		await round();
		expect(await letters()).toEqual([]);
	});

	it("has those asked who can be written to, and the others not waited for", async () => {
		lost.add("telegram:binh");
		await dropOut("an");
		await round();
		expect(await letters()).toEqual(["duty-gap → telegram:chi"]);
	});
});

describe("once somebody comes instead", () => {
	it("the others who were asked hear of it, once; who has not been asked yet, nothing", async () => {
		team = [...team, member("dung")];
		await dropOut("an");
		await round();
		for (const { id, to } of await stores.letters.waiting())
			if (to !== "telegram:dung") await stores.letters.done(id);
		await office.saturday.relieve("so", THIS_SATURDAY, "chi");
		await round();
		await round();
		expect(await letters()).toEqual(["duty-filled → telegram:binh"]);
	});

	it("nobody is told so while another is still missing", async () => {
		team = [...team, member("dung")];
		await dropOut("an", "binh");
		await round();
		await brought();
		await office.saturday.relieve("so", THIS_SATURDAY, "chi");
		await round();
		expect(await letters()).toEqual([]);
		await office.saturday.relieve("so", THIS_SATURDAY, "dung");
		await round();
		expect(await letters()).toEqual([]); // both who were asked come
	});

	it("and who thought better of it fills their own gap", async () => {
		await dropOut("an");
		await round();
		await brought();
		await office.saturday.serve("so", THIS_SATURDAY, "an");
		await round();
		expect(await letters()).toEqual([
			"duty-filled → telegram:binh",
			"duty-filled → telegram:chi",
		]);
	});
});
