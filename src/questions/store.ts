import type { Act, Book, GroupId } from "./book.js";

/**
 * Where questions without an answer are kept. The reading and the writing of a change are one step; what others see has
 * been written. Durable once a promise resolves.
 */
export interface QuestionStore {
	read(): Promise<Book>;
	change<Outcome>(act: Act<Outcome>): Promise<Outcome>;
}

/** Somebody who wants to be told when a group has its answer. What they asked is not kept with them. */
export interface Follower {
	readonly group: GroupId;
	readonly person: string;
	readonly since: Date;
}

/** Who waits for an answer, apart from the questions. Durable once a promise resolves. */
export interface FollowerStore {
	/** Following twice is following once. */
	follow(follower: Follower): Promise<void>;
	of(group: GroupId): Promise<readonly Follower[]>;
	by(person: string): Promise<readonly Follower[]>;
	/** Groups that somebody waits for. */
	groups(): Promise<readonly GroupId[]>;
	/** They were told, or never will be. */
	end(group: GroupId, people: readonly string[]): Promise<void>;
	forget(person: string): Promise<void>;
	/** Drops those who have waited since before the instant; gives how many. */
	dropBefore(instant: Date): Promise<number>;
}
