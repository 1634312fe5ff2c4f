import { afterEach, beforeEach, expect, it } from "vitest";
import type { Member } from "../../src/people/roles.js";
import type { Team, TeamAct } from "../../src/people/team.js";
import type { Stores } from "../../src/store/stores.js";
import { NOW } from "../booking/morning.js";

export const minh: Member = {
	id: "tv-22222222",
	name: "anh Minh",
	role: "administrator",
	desk: null,
	fields: ["Hộ kinh doanh"],
	conversations: ["telegram:1"],
	joinedAt: NOW,
};

const join =
	(member: Member): TeamAct<number> =>
	(team) => {
		const members = [...team.members, member];
		return { team: { ...team, members }, outcome: members.length };
	};

/** What every store of the team must do, whatever it is made of. */
export function teamStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());

	it("has nobody in it at first", async () => {
		expect((await stores.team.read()).members).toEqual([]);
	});

	it("keeps a change, and says what came of it", async () => {
		expect(await stores.team.change(join(minh))).toBe(1);
		expect((await stores.team.read()).members).toEqual([minh]);
	});

	it("makes changes one after the other, each on what the last one left", async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, (_, number) =>
				stores.team.change(join({ ...minh, id: `tv-${number}` })),
			),
		);
		expect(outcomes.toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: 20 }, (_, number) => number + 1),
		);
		expect((await stores.team.read()).members).toHaveLength(20);
	});

	it("stays as it was when an act fails", async () => {
		await stores.team.change(join(minh));
		const failing = (_: Team): never => {
			throw new RangeError("no");
		};
		await expect(stores.team.change(failing)).rejects.toThrow("no");
		expect((await stores.team.read()).members).toEqual([minh]);
	});
}
