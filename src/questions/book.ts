import * as z from "zod";
import { Aspect } from "../knowledge/schema.js";
import type { MemberId } from "../people/roles.js";
import { addMonths, LocalDate } from "../time.js";
import { sameLetters } from "./same-letters.js";

/** `2611-17`: the month in which it was first asked, and a number that is given out once. */
export const GroupId = z.string().regex(/^\d{4}-\d{1,6}$/);
export type GroupId = z.infer<typeof GroupId>;

/** What was told: an entry, or one answer of its FAQ. */
export const Answered = z.strictObject({
	procedure: z.string(),
	aspect: Aspect.nullable(),
	faq: z.string().exactOptional(),
});
export type Answered = z.infer<typeof Answered>;

/** A question that found no answer, or one that did not help. Nothing in it says who asked, nor at what hour. */
export interface Asked {
	/** As `anonymous` left it. */
	readonly text: string;
	/** Absent where nothing was told. */
	readonly answered?: Answered;
}

const times = z.int().min(1);

export const Settlement = z.strictObject({
	as: z.enum(["answered", "out-of-scope", "dismissed"]),
	/** What answers it now. */
	answer: Answered.exactOptional(),
	by: z.string(),
	on: LocalDate,
});
export type Settlement = z.infer<typeof Settlement> & {
	readonly by: MemberId;
};

/** Questions that mean the same. */
export const Group = z.strictObject({
	id: GroupId,
	opened: LocalDate,
	/** Most asked first. */
	wordings: z
		.array(z.strictObject({ text: z.string(), times, last: LocalDate }))
		.min(1)
		.readonly(),
	/** How often on which day. */
	asked: z.record(LocalDate, times),
	/** What was told and did not help, most often first. */
	unhelpful: z.array(z.strictObject({ answered: Answered, times })).readonly(),
	settled: Settlement.exactOptional(),
});
export type Group = z.infer<typeof Group>;

/** `2026-11` */
export type Month = `${number}-${number}`;

/** How answers of an entry were found, by its id (`faq:` before that of a FAQ): helpful, and not. */
export const Ratings = z.record(
	z.string(),
	z.tuple([z.int().min(0), z.int().min(0)]),
);
export type Ratings = z.infer<typeof Ratings>;

/** What is counted by month. */
export interface Sheet {
	/** The last number that a group of the month was given. */
	readonly last: number;
	readonly ratings: Ratings;
}

/** All that could not be answered, as a value. */
export interface Book {
	readonly groups: ReadonlyMap<GroupId, Group>;
	readonly months: ReadonlyMap<Month, Sheet>;
}

export const EMPTY: Book = { groups: new Map(), months: new Map() };

/** What an act came to: the book after it, and the months whose pages changed. */
export interface Step<Outcome> {
	readonly book: Book;
	readonly outcome: Outcome;
	readonly changed: readonly Month[];
}
export type Act<Outcome> = (book: Book) => Step<Outcome>;

export const monthOfDay = (day: LocalDate): Month => day.slice(0, 7) as Month;
/** The month on whose page the group stands. */
export const monthOfGroup = (id: GroupId): Month =>
	`20${id.slice(0, 2)}-${id.slice(2, 4)}` as Month;

/** Enough to tell what is meant. */
const WORDINGS = 8;
const UNHELPFUL = 5;
/** Groups begun in one day: a flood of nonsense fills no disk, and leaves room for the next day's questions. */
export const NEW_A_DAY = 200;
/** Groups altogether: about as many megabytes as thousands. Beyond, what was asked least and longest ago makes room. */
export const MOST_GROUPS = 2_000;
export const KEPT_MONTHS = 12;

const sheetOf = ({ months }: Book, month: Month): Sheet =>
	months.get(month) ?? { last: 0, ratings: {} };

/**
 * Counts a question in its group, or begins one; gives the group, or nothing on a day on which too many began.
 * `alike` finds the group that means the same.
 */
export const note =
	(
		asked: Asked,
		today: LocalDate,
		alike: (book: Book, text: string) => GroupId | undefined,
	): Act<GroupId | undefined> =>
	(book) => {
		const group = book.groups.get(alike(book, asked.text) ?? "");
		if (group) return withGroup(book, counted(group, asked, today), group.id);
		const begun = [...book.groups.values()].filter(
			({ opened }) => opened === today,
		);
		return begun.length < NEW_A_DAY
			? begin(book, asked, today)
			: { book, outcome: undefined, changed: [] };
	};

function begin(book: Book, asked: Asked, today: LocalDate): Step<GroupId> {
	const month = monthOfDay(today);
	const sheet = sheetOf(book, month);
	const last = sheet.last + 1;
	const id = `${month.slice(2).replace("-", "")}-${last}`;
	const fresh: Group = {
		id,
		opened: today,
		wordings: [],
		asked: {},
		unhelpful: [],
	};
	const months = new Map(book.months).set(month, { ...sheet, last });
	const room = withRoom({ ...book, months });
	const step = withGroup(room.book, counted(fresh, asked, today), id);
	return { ...step, changed: [...new Set([...room.changed, ...step.changed])] };
}

/** Without the group that would be missed least, if there are too many. */
function withRoom(book: Book): Pick<Step<void>, "book" | "changed"> {
	if (book.groups.size < MOST_GROUPS) return { book, changed: [] };
	const least = leastMissed([...book.groups.values()]);
	const groups = new Map(book.groups);
	groups.delete(least);
	return { book: { ...book, groups }, changed: [monthOfGroup(least)] };
}

/** Asked least, and longest ago; one that was settled goes last, because it would come back. */
function leastMissed(groups: readonly Group[]): GroupId {
	const all = groups.map((group) => ({
		id: group.id,
		settled: group.settled ? 1 : 0,
		times: timesOf(group),
		last: lastAskedOn(group) ?? "",
	}));
	const least = all.reduce((a, b) => {
		const first =
			a.settled - b.settled || a.times - b.times || (a.last <= b.last ? -1 : 1);
		return first <= 0 ? a : b;
	});
	return least.id;
}

const withGroup = <Outcome>(
	book: Book,
	group: Group,
	outcome: Outcome,
): Step<Outcome> => ({
	book: { ...book, groups: new Map(book.groups).set(group.id, group) },
	outcome,
	changed: [monthOfGroup(group.id)],
});

function counted(group: Group, { text, answered }: Asked, today: LocalDate) {
	const asked = { ...group.asked, [today]: (group.asked[today] ?? 0) + 1 };
	return {
		...group,
		asked,
		wordings: withWording(group.wordings, text, today),
		unhelpful: answered
			? withUnhelpful(group.unhelpful, answered)
			: group.unhelpful,
	};
}

/** A wording more, or one time more of one that is there; of the others the least asked one makes room. */
function withWording(
	wordings: Group["wordings"],
	text: string,
	today: LocalDate,
): Group["wordings"] {
	const letters = sameLetters(text);
	const known = wordings.find((other) => sameLetters(other.text) === letters);
	const now = {
		text: known?.text ?? text,
		times: (known?.times ?? 0) + 1,
		last: today,
	};
	const most = known ? WORDINGS : WORDINGS - 1;
	const others = wordings.slice(0, most).filter((other) => other !== known);
	// Of those used as often the first comes first.
	return [...others, now].sort((a, b) => b.times - a.times);
}

function withUnhelpful(
	unhelpful: Group["unhelpful"],
	answered: Answered,
): Group["unhelpful"] {
	const same = (other: Answered) =>
		ratingKey(other) === ratingKey(answered) &&
		other.aspect === answered.aspect;
	const known = unhelpful.find((one) => same(one.answered));
	const others = unhelpful.filter((one) => one !== known);
	return [...others, { answered, times: (known?.times ?? 0) + 1 }]
		.sort((a, b) => b.times - a.times)
		.slice(0, UNHELPFUL);
}

export const ratingKey = ({ procedure, faq }: Answered): string =>
	faq === undefined ? procedure : `faq:${faq}`;

/** Counts that an answer helped, or did not; of nobody. */
export const rate =
	(answered: Answered, helped: boolean, today: LocalDate): Act<void> =>
	(book) => {
		const month = monthOfDay(today);
		const sheet = sheetOf(book, month);
		const key = ratingKey(answered);
		const [up, down] = sheet.ratings[key] ?? [0, 0];
		const ratings: Ratings = {
			...sheet.ratings,
			[key]: helped ? [up + 1, down] : [up, down + 1],
		};
		const months = new Map(book.months).set(month, { ...sheet, ratings });
		return { book: { ...book, months }, outcome: undefined, changed: [month] };
	};

/** Ends a group, so that its questions do not come back; false when it is not there. Ending it anew corrects how. */
export const settle =
	(id: GroupId, settled: Settlement): Act<boolean> =>
	(book) => {
		const group = book.groups.get(id);
		return group
			? withGroup(book, { ...group, settled }, true)
			: { book, outcome: false, changed: [] };
	};

/** Takes an ending back; who waited for the answer is not known any more. */
export const reopen =
	(id: GroupId): Act<boolean> =>
	(book) => {
		const group = book.groups.get(id);
		if (!group?.settled) return { book, outcome: false, changed: [] };
		const { settled: _, ...open } = group;
		return withGroup(book, open, true);
	};

/** Drops what was asked more than twelve months ago; gives how many groups went. */
export const expire =
	(today: LocalDate): Act<number> =>
	(book) => {
		const since = addMonths(today, -KEPT_MONTHS);
		const groups = new Map(book.groups);
		const changed = new Set<Month>();
		for (const group of book.groups.values()) {
			if (!Object.keys(group.asked).some((day) => day < since)) continue;
			changed.add(monthOfGroup(group.id));
			const wordings = group.wordings.filter(({ last }) => last >= since);
			const asked = Object.fromEntries(
				Object.entries(group.asked).filter(([day]) => day >= since),
			);
			if (wordings.length === 0) groups.delete(group.id);
			else groups.set(group.id, { ...group, wordings, asked });
		}
		return {
			book: { ...book, groups },
			outcome: book.groups.size - groups.size,
			changed: [...changed],
		};
	};

/** How often its questions were asked, since a day if one is named. */
export const timesOf = ({ asked }: Group, since?: LocalDate): number =>
	Object.entries(asked).reduce(
		(sum, [day, times]) => sum + (!since || day >= since ? times : 0),
		0,
	);

export const lastAskedOn = ({ asked }: Group): LocalDate | undefined =>
	(Object.keys(asked) as LocalDate[]).sort().at(-1);
