import type { Follower, FollowerStore } from "../questions/store.js";

/** Everybody who waits for an answer, oldest first. */
export type FollowerRecord = readonly Follower[];

/** Somebody who keeps the record: says what is in it, and makes a change of it count. */
export interface FollowerKeeper {
	record(): FollowerRecord;
	/** Gives how many are fewer after it. */
	change(next: (record: FollowerRecord) => FollowerRecord): Promise<number>;
}

/** The port over a record in memory; what makes a change durable is the keeper's business. */
export const createFollowerStore = ({
	record,
	change,
}: FollowerKeeper): FollowerStore => ({
	follow: async (follower) =>
		void (await change((before) =>
			before.some((one) => isSame(one, follower))
				? before
				: [...before, follower],
		)),
	of: async (group) => record().filter((one) => one.group === group),
	by: async (person) => record().filter((one) => one.person === person),
	groups: async () => [...new Set(record().map(({ group }) => group))],
	end: async (group, people) =>
		void (await change((before) =>
			before.filter(
				(one) => one.group !== group || !people.includes(one.person),
			),
		)),
	forget: async (person) =>
		void (await change((before) =>
			before.filter((one) => one.person !== person),
		)),
	dropBefore: (instant) =>
		change((before) => before.filter(({ since }) => since >= instant)),
});

const isSame = (a: Follower, b: Follower) =>
	a.group === b.group && a.person === b.person;
