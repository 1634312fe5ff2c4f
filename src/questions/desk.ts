import type { MemberId } from "../people/roles.js";
import type { LocalDate } from "../time.js";
import {
	type Answered,
	type Group,
	type GroupId,
	lastAskedOn,
	type Month,
	type Ratings,
	reopen,
	settle,
	timesOf,
} from "./book.js";
import type { FollowerStore, QuestionStore } from "./store.js";

/** A group as an administrator looks at it. */
export interface GroupView {
	readonly group: Group;
	/** The wording most asked. */
	readonly text: string;
	/** How often it was asked in the time looked at. */
	readonly times: number;
	readonly last: LocalDate | undefined;
	/** How many want to be told; who they are is nobody's business. */
	readonly followers: number;
}

/** What became of a group. */
export type Ending =
	| { readonly as: "answered"; readonly answer: Answered }
	| { readonly as: "out-of-scope" | "dismissed" };

/** Has the answer brought to people: kept before the promise resolves, and the same thing twice is once. */
export type Tell = (
	group: GroupId,
	people: readonly string[],
	answer: Answered,
) => Promise<void>;

/** What administrators do with the questions that found no answer. */
export interface QuestionDesk {
	/** Groups that are not settled, most asked first; only those asked since the day, if one is named. */
	open(since?: LocalDate): Promise<readonly GroupView[]>;
	/** How many questions that found no answer were asked since the day, settled or not. */
	asked(since: LocalDate): Promise<number>;
	find(id: GroupId): Promise<GroupView | undefined>;
	/** Ends a group; whoever wanted to be told is, or is forgotten. False when it is not there any more. */
	settle(
		id: GroupId,
		ending: Ending,
		by: MemberId,
		today: LocalDate,
	): Promise<boolean>;
	/** Takes a group up again that was ended by mistake; false when there is no such. */
	reopen(id: GroupId): Promise<boolean>;
	/** Tells those whom a kill kept from being told; at the start. */
	finish(): Promise<void>;
	/** How the answers of a month were found. */
	ratings(month: Month): Promise<Ratings>;
}

export function createQuestionDesk({
	questions,
	followers,
	tell,
}: {
	readonly questions: QuestionStore;
	readonly followers: FollowerStore;
	readonly tell: Tell;
}): QuestionDesk {
	async function viewOf(group: Group, since?: LocalDate): Promise<GroupView> {
		return {
			group,
			text: group.wordings[0]?.text ?? "",
			times: timesOf(group, since),
			last: lastAskedOn(group),
			followers: (await followers.of(group.id)).length,
		};
	}

	/** First the letters, then the link: a kill in between tells somebody twice rather than never. */
	async function endFollowing({ id, settled }: Group): Promise<void> {
		const people = (await followers.of(id)).map(({ person }) => person);
		if (people.length === 0) return;
		if (settled?.answer) await tell(id, people, settled.answer);
		await followers.end(id, people);
	}

	const groups = async () => [...(await questions.read()).groups.values()];

	return {
		async open(since) {
			const views = await Promise.all(
				(await groups())
					.filter(({ settled }) => settled === undefined)
					.map((group) => viewOf(group, since)),
			);
			return views
				.filter(({ times }) => times > 0)
				.sort(
					(a, b) =>
						b.times - a.times ||
						b.followers - a.followers ||
						((a.last ?? "") < (b.last ?? "") ? 1 : -1),
				);
		},
		asked: async (since) =>
			(await groups()).reduce((sum, group) => sum + timesOf(group, since), 0),
		async find(id) {
			const group = (await questions.read()).groups.get(id);
			return group && viewOf(group);
		},
		async settle(id, ending, by, today) {
			const settled = { ...ending, by, on: today };
			const found = await questions.change(settle(id, settled));
			const group = (await questions.read()).groups.get(id);
			if (group) await endFollowing(group);
			return found;
		},
		reopen: (id) => questions.change(reopen(id)),
		async finish() {
			const { groups } = await questions.read();
			for (const id of await followers.groups()) {
				const group = groups.get(id);
				if (group?.settled) await endFollowing(group);
			}
		},
		ratings: async (month) =>
			(await questions.read()).months.get(month)?.ratings ?? {},
	};
}
