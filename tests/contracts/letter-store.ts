import { afterEach, beforeEach, expect, it } from "vitest";
import type { Letter } from "../../src/outbox/letter.js";
import type { Stores } from "../../src/store/stores.js";
import { minutesLater, NOW } from "../booking/morning.js";

export const letterTo = (
	to: string,
	changes: Partial<Letter> = {},
): Letter => ({
	id: `answer 2611-1 ${to}`,
	to,
	content: {
		kind: "answer-published",
		procedure: "2.001583",
		aspect: null,
		faq: "chuyen-khoan",
	},
	createdAt: NOW,
	notAfter: minutesLater(60),
	...changes,
});

/** What every store of letters must do. */
export function letterStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());
	const waiting = async () =>
		(await stores.letters.waiting()).map(({ id }) => id);

	it("keeps a letter until it is done, whatever it tells", async () => {
		const { letters } = stores;
		const gap = letterTo("zalo:nam", {
			id: "gap",
			content: { kind: "duty-gap", desk: "so", day: "2026-11-28" },
		});
		await letters.add([letterTo("telegram:hoa"), gap]);
		expect(await letters.find("gap")).toEqual(gap);
		await letters.done("gap");
		await letters.done("gap");
		expect(await letters.find("gap")).toBeUndefined();
		expect(await letters.waiting()).toEqual([letterTo("telegram:hoa")]);
	});

	it("takes the same letter twice for one", async () => {
		const { letters } = stores;
		const hoa = letterTo("telegram:hoa");
		await Promise.all([letters.add([hoa, hoa]), letters.add([hoa])]);
		await letters.add([hoa]);
		expect(await waiting()).toHaveLength(1);
	});

	it("keeps all of a hundred that come at once", async () => {
		const many = Array.from({ length: 100 }, (_, n) =>
			letterTo(`telegram:${n}`),
		);
		await Promise.all(many.map((letter) => stores.letters.add([letter])));
		expect(await waiting()).toHaveLength(100);
	});

	it("drops what was for somebody who is forgotten, and nothing else", async () => {
		const { letters } = stores;
		await letters.add([
			letterTo("telegram:hoa"),
			letterTo("telegram:hoa", { id: "other" }),
			letterTo("telegram:nam"),
		]);
		await letters.forget("telegram:hoa");
		expect(await waiting()).toEqual([letterTo("telegram:nam").id]);
	});

	it("drops what is too late", async () => {
		const { letters } = stores;
		await letters.add([
			letterTo("telegram:hoa"),
			letterTo("telegram:nam", { notAfter: minutesLater(90) }),
		]);
		expect(await letters.dropLate(minutesLater(60))).toBe(1);
		expect(await waiting()).toEqual([letterTo("telegram:nam").id]);
	});
}
