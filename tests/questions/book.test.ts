import { expect, it } from "vitest";
import {
	type Act,
	type Book,
	EMPTY,
	expire,
	MOST_GROUPS,
	NEW_A_DAY,
	note,
	settle,
	timesOf,
} from "../../src/questions/book.js";
import { addDays, type LocalDate } from "../../src/time.js";

const sameWords = ({ groups }: Book, text: string) =>
	[...groups.values()].find(({ wordings }) =>
		wordings.some((one) => one.text === text),
	)?.id;
/** One group for all. */
const theFirst = ({ groups }: Book) => [...groups.keys()][0];

const after = (...acts: readonly Act<unknown>[]): Book =>
	acts.reduce((book, act) => act(book).book, EMPTY);
const asked = (
	text: string,
	day: LocalDate = "2026-11-23",
	alike = sameWords,
) => note({ text }, day, alike);
const groupsOf = ({ groups }: Book) => [...groups.values()];

it("a repeated question is counted, not stored again", () => {
	const book = after(
		...Array.from({ length: 1_000 }, () => asked("nuôi tôm ở đâu")),
		asked("Nuoi tom o dau?", "2026-11-23", theFirst),
	);
	expect(groupsOf(book)).toEqual([
		{
			id: "2611-1",
			opened: "2026-11-23",
			wordings: [{ text: "nuôi tôm ở đâu", times: 1_001, last: "2026-11-23" }],
			asked: { "2026-11-23": 1_001 },
			unhelpful: [],
		},
	]);
});

it("a group shows its wordings by how often they were used, and a handful of them", () => {
	const book = after(
		...Array.from({ length: 30 }, (_, n) =>
			asked(`cách hỏi ${n}`, "2026-11-23", theFirst),
		),
		asked("cách hỏi 29", "2026-11-24", theFirst),
	);
	const [group] = groupsOf(book);
	expect(group?.wordings).toHaveLength(8);
	expect(group?.wordings[0]).toEqual({
		text: "cách hỏi 29",
		times: 2,
		last: "2026-11-24",
	});
	expect(group && timesOf(group)).toBe(31);
	expect(group && timesOf(group, "2026-11-24")).toBe(1);
});

it("a flood begins so many groups a day; what is known is still counted", () => {
	const nonsense = (day: LocalDate) =>
		Array.from({ length: 1_000 }, (_, n) => asked(`${day} vô nghĩa ${n}`, day));
	const book = after(asked("nuôi tôm"), ...nonsense("2026-11-23"));
	expect(book.groups.size).toBe(NEW_A_DAY);
	const [known] = groupsOf(asked("nuôi tôm")(book).book);
	expect(known && timesOf(known)).toBe(2);
	expect(asked("câu thật", "2026-11-24")(book).outcome).toBe("2611-201");
});

it("a flood of weeks takes so much room and no more, and drives out no settled group nor one that is asked often", () => {
	const often = asked("nuôi tôm");
	const settled = settle("2611-2", {
		as: "dismissed",
		by: "tv-22222222",
		on: "2026-11-23",
	});
	let book = after(often, often, asked("trêu đùa"), settled);
	let day: LocalDate = "2026-11-24";
	for (let n = 0; n < MOST_GROUPS + 500; n++) {
		if (n % NEW_A_DAY === 0) day = addDays(day, 1);
		book = asked(`vô nghĩa ${n}`, day)(book).book;
	}
	expect(book.groups.size).toBe(MOST_GROUPS);
	expect(sameWords(book, "nuôi tôm")).toBe("2611-1");
	expect(sameWords(book, "trêu đùa")).toBe("2611-2");
	expect(sameWords(book, "vô nghĩa 0")).toBeUndefined();
}, 30_000);

it("what was told in vain is counted by answer", () => {
	const answered = { procedure: "2.001583", aspect: "fee" } as const;
	const told = (aspect: "fee" | null) =>
		note(
			{ text: "nuôi tôm", answered: { ...answered, aspect } },
			"2026-11-23",
			sameWords,
		);
	const [group] = groupsOf(after(told(null), told("fee"), told("fee")));
	expect(group?.unhelpful).toEqual([
		{ answered, times: 2 },
		{ answered: { ...answered, aspect: null }, times: 1 },
	]);
});

it("a year after it was asked last a question is gone; one that goes on is counted anew", () => {
	const book = after(
		asked("câu cũ", "2025-11-20"),
		asked("câu lâu nay", "2025-11-20"),
		asked("câu lâu nay", "2026-03-01"),
	);
	const { outcome, book: left } = expire("2026-11-23")(book);
	expect(outcome).toBe(1);
	expect(groupsOf(left)).toMatchObject([
		{ id: "2511-2", asked: { "2026-03-01": 1 } },
	]);
});
