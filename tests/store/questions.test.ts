import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Book, note, settle } from "../../src/questions/book.js";
import { createQuestionLog } from "../../src/questions/log.js";
import { addDays, type LocalDate } from "../../src/time.js";
import { NOW } from "../booking/morning.js";
import { letterTo } from "../contracts/letter-store.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const sameWords = ({ groups }: Book, text: string) =>
	[...groups.values()].find(({ wordings }) =>
		wordings.some((one) => one.text === text),
	)?.id;

it("questions, who waits for them and letters are there after a restart", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	const ask = (text: string, day: LocalDate = "2026-11-23") =>
		first.questions.change(note({ text }, day, sameWords));
	await Promise.all([ask("nuôi tôm"), ask("nuôi ong"), ask("nuôi tôm")]);
	await ask("nuôi dê", "2026-12-01");
	await first.questions.change(
		settle("2611-2", { as: "dismissed", by: "tv-22222222", on: "2026-11-24" }),
	);
	const waits = { group: "2611-1", person: "telegram:hoa", since: NOW };
	await first.followers.follow(waits);
	await first.letters.add([letterTo("telegram:hoa"), letterTo("zalo:nam")]);
	await first.letters.done(letterTo("zalo:nam").id);
	const book = await first.questions.read();
	await first.close();

	const second = await open(folder);
	expect(await second.questions.read()).toEqual(book);
	expect(await second.followers.of("2611-1")).toEqual([waits]);
	expect(await second.letters.waiting()).toEqual([letterTo("telegram:hoa")]);
	expect(
		await second.questions.change(
			note({ text: "mới" }, "2026-11-30", sameWords),
		),
	).toBe("2611-3");
	await second.close();
});

it("a letter's file does not say whom it is for, and goes when it was sent", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	await stores.letters.add([letterTo("telegram:918273645")]);
	const names = Object.keys(await everythingIn(folder));
	expect(names.join()).not.toContain("918273645");
	await stores.letters.done(letterTo("telegram:918273645").id);
	expect(JSON.stringify(await everythingIn(folder))).not.toContain("918273645");
	await stores.close();
});

it("a flood of weeks takes some megabytes and no more", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	const long = "vô nghĩa dài dòng ".repeat(20);
	for (let day = 0; day < 12; day++)
		await Promise.all(
			Array.from({ length: 300 }, (_, n) =>
				stores.questions.change(
					note(
						{ text: `${day} ${n} ${long}`.slice(0, 300) },
						addDays("2026-11-23", day),
						() => undefined,
					),
				),
			),
		);
	const sizes = await Promise.all(
		["2026-11", "2026-12"].map((month) =>
			stat(join(folder, "questions", `${month}.json`)).then(({ size }) => size),
		),
	);
	expect((await stores.questions.read()).groups.size).toBe(2_000);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
	await stores.close();
}, 60_000);

it("a disk that refuses costs the question, never the one who asks", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	const troubles: unknown[] = [];
	const log = createQuestionLog({
		...stores,
		alike: () => sameWords,
		today: () => "2026-11-23",
		trouble: (error) => troubles.push(error),
	});
	await mkdir(join(folder, "questions", "2026-11.json", "in the way"), {
		recursive: true,
	});
	log.note("web:a", { text: "nuôi tôm ở đâu" });
	await log.idle();
	expect(troubles).toMatchObject([{ code: "write-failed" }]);
	expect((await stores.questions.read()).groups.size).toBe(0);

	await rm(join(folder, "questions", "2026-11.json"), { recursive: true });
	log.note("web:b", { text: "nuôi tôm ở đâu" });
	await log.idle();
	expect((await stores.questions.read()).groups.size).toBe(1);
	await stores.close();
});
