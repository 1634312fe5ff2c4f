import { afterEach, beforeEach, expect, it } from "vitest";
import {
	type Book,
	expire,
	note,
	rate,
	settle,
	timesOf,
} from "../../src/questions/book.js";
import type { Stores } from "../../src/store/stores.js";

/** Only the same words are alike. */
const sameWords = ({ groups }: Book, text: string) =>
	[...groups.values()].find(({ wordings }) =>
		wordings.some((one) => one.text === text),
	)?.id;

const asked = (text: string, day: "2026-11-23" | "2025-11-01" = "2026-11-23") =>
	note({ text }, day, sameWords);

/** What every store of questions without an answer must do. */
export function questionStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());
	const groups = async () => [
		...(await stores.questions.read()).groups.values(),
	];

	it("counts all that is asked at once, each number given out once", async () => {
		const { questions } = stores;
		const ids = await Promise.all(
			Array.from({ length: 60 }, (_, n) =>
				questions.change(asked(`câu số ${n % 20}`)),
			),
		);
		expect(new Set(ids).size).toBe(20);
		expect((await groups()).map((group) => timesOf(group))).toEqual(
			Array(20).fill(3),
		);
	});

	it("keeps how a group was settled, and what was told in vain", async () => {
		const { questions } = stores;
		const answered = { procedure: "2.001583", aspect: null };
		const id = await questions.change(
			note({ text: "nuôi tôm", answered }, "2026-11-23", sameWords),
		);
		const settled = {
			as: "answered",
			answer: { ...answered, faq: "nuoi-tom" },
			by: "tv-22222222",
			on: "2026-11-24",
		} as const;
		expect(await questions.change(settle(id ?? "", settled))).toBe(true);
		expect(await questions.change(settle("2611-99", settled))).toBe(false);
		expect(await groups()).toMatchObject([
			{ settled, unhelpful: [{ answered, times: 1 }] },
		]);
	});

	it("counts what helped by month", async () => {
		const { questions } = stores;
		const answered = { procedure: "2.001583", aspect: null };
		const faq = { ...answered, faq: "nuoi-tom" };
		await Promise.all([
			questions.change(rate(answered, true, "2026-11-23")),
			questions.change(rate(answered, true, "2026-11-24")),
			questions.change(rate(answered, false, "2026-11-24")),
			questions.change(rate(faq, false, "2026-12-01")),
		]);
		const { months } = await questions.read();
		expect(months.get("2026-11")?.ratings).toEqual({ "2.001583": [2, 1] });
		expect(months.get("2026-12")?.ratings).toEqual({ "faq:nuoi-tom": [0, 1] });
	});

	it("lets go of what is older than a year, and never gives its number again", async () => {
		const { questions } = stores;
		await questions.change(asked("câu cũ", "2025-11-01"));
		await questions.change(asked("câu mới"));
		expect(await questions.change(expire("2026-11-23"))).toBe(1);
		expect((await groups()).map(({ id }) => id)).toEqual(["2611-1"]);
		expect(await questions.change(asked("câu khác", "2025-11-01"))).toBe(
			"2511-2",
		);
	});

	it("an act that throws fails alone", async () => {
		const { questions } = stores;
		const [one, two] = await Promise.allSettled([
			questions.change(() => {
				throw new Error("slip");
			}),
			questions.change(asked("câu mới")),
		]);
		expect(one.status).toBe("rejected");
		expect(two).toMatchObject({ value: "2611-1" });
	});
}
