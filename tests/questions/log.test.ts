import { describe, expect, it } from "vitest";
import { createAlike } from "../../src/questions/alike.js";
import { createQuestionDesk } from "../../src/questions/desk.js";
import { createQuestionLog } from "../../src/questions/log.js";
import type { QuestionStore } from "../../src/questions/store.js";
import { memoryFollowers } from "../../src/store/memory/followers.js";
import { memoryQuestions } from "../../src/store/memory/questions.js";
import type { LocalDate } from "../../src/time.js";
import { NOW } from "../booking/morning.js";

const answered = { procedure: "2.001583", aspect: null };
const answer = { procedure: "2.001583", aspect: null, faq: "nuoi-tom" };

function openLog(changes: Partial<QuestionStore> = {}) {
	const questions = { ...memoryQuestions(), ...changes };
	const followers = memoryFollowers();
	const alike = createAlike(() => []);
	const troubles: unknown[] = [];
	const told: string[] = [];
	let day: LocalDate = "2026-11-23";
	const log = createQuestionLog({
		questions,
		followers,
		alike: () => alike,
		today: () => day,
		trouble: (error) => troubles.push(error),
	});
	const desk = createQuestionDesk({
		questions,
		followers,
		tell: async (group, people, { faq }) => {
			for (const person of people) told.push(`${person} ← ${group} ${faq}`);
		},
	});
	return {
		log,
		desk,
		troubles,
		told,
		followers,
		questions,
		tomorrow: () => {
			day = "2026-11-24";
		},
		open: async () => {
			await log.idle();
			return (await desk.open()).map(({ text, times }) => [text, times]);
		},
	};
}

describe("a question without an answer", () => {
	it("is kept when the answer is on its way, without what is somebody's", async () => {
		const { log, open, desk } = openLog();
		log.note("telegram:1", { text: "tôi tên Lan, 0912345678, nuôi tôm ở đâu" });
		expect(await desk.open()).toEqual([]);
		expect(await open()).toEqual([["tôi tên …, , nuôi tôm ở đâu", 1]]);
	});

	it("counts once a day for each who asks", async () => {
		const { log, open, tomorrow } = openLog();
		for (let n = 0; n < 50; n++) log.note("web:a", { text: "Nuôi tôm ở đâu?" });
		log.note("web:b", { text: "nuoi tom o dau" });
		expect(await open()).toEqual([["Nuôi tôm ở đâu?", 2]]);
		tomorrow();
		log.note("web:a", { text: "nuôi tôm ở đâu" });
		expect(await open()).toEqual([["Nuôi tôm ở đâu?", 3]]);
	});

	it("of one source is one of twenty a day", async () => {
		const { log, open } = openLog();
		for (let n = 0; n < 500; n++) log.note("web:a", { text: `câu thứ ${n}` });
		expect(await open()).toHaveLength(20);
	});

	it("that cannot be kept is logged, and nobody hears of it", async () => {
		const { log, open, troubles } = openLog({
			change: () => Promise.reject(new Error("disk full")),
		});
		log.note("web:a", { text: "nuôi tôm ở đâu" });
		expect(await open()).toEqual([]);
		expect(troubles).toHaveLength(1);
	});

	it("waits with few others for a disk that stands still", async () => {
		let tried = 0;
		const { log } = openLog({
			change: () => {
				tried++;
				return new Promise(() => {});
			},
		});
		for (let n = 0; n < 3_000; n++)
			log.note(`web:${n}`, { text: `câu thứ ${n}` });
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(tried).toBe(500);
	});
});

describe("what helped and what did not", () => {
	it("is counted by entry, once for each question of a person", async () => {
		const { log, desk } = openLog();
		log.helped("web:a", { text: "mở công ty", answered });
		log.helped("web:a", { text: "mở công ty", answered });
		log.helped("web:b", { text: "mở công ty", answered });
		log.note("web:c", { text: "mở công ty", answered });
		await log.idle();
		expect(await desk.ratings("2026-11")).toEqual({ "2.001583": [2, 1] });
		expect(await desk.open()).toMatchObject([
			{ text: "mở công ty", group: { unhelpful: [{ answered, times: 1 }] } },
		]);
	});
});

describe("somebody who wants to be told", () => {
	const question = { text: "nuôi tôm ở đâu" };

	it("is told once, and nothing remains of it", async () => {
		const { log, desk, told, followers } = openLog();
		log.note("telegram:1", question);
		await log.idle();
		expect(await log.follow("telegram:1", question, NOW)).toEqual({
			kind: "following",
		});
		const [view] = await desk.open();
		expect(view).toMatchObject({ times: 1, followers: 1 });
		expect(JSON.stringify(view)).not.toContain("telegram");
		const ending = { as: "answered", answer } as const;
		await desk.settle("2611-1", ending, "tv-22222222", "2026-11-24");
		await desk.settle("2611-1", ending, "tv-22222222", "2026-11-24");
		await desk.finish();
		expect(told).toEqual(["telegram:1 ← 2611-1 nuoi-tom"]);
		expect(await followers.groups()).toEqual([]);
	});

	it("hears at once of an answer that came meanwhile, and of nothing where none will come", async () => {
		const { log, desk } = openLog();
		await log.follow("telegram:1", question, NOW);
		const settle = (ending: Parameters<typeof desk.settle>[1]) =>
			desk.settle("2611-1", ending, "tv-22222222", "2026-11-24");
		await settle({ as: "answered", answer });
		expect(await log.follow("telegram:2", question, NOW)).toEqual({
			kind: "answered",
			answer,
		});
		await settle({ as: "out-of-scope" });
		expect(await log.follow("telegram:2", question, NOW)).toEqual({
			kind: "not-kept",
		});
	});

	it("is forgotten when the question is not for us, or when they wish", async () => {
		const { log, desk, told, followers } = openLog();
		await log.follow("telegram:1", question, NOW);
		await log.follow("telegram:1", { text: "câu khác hẳn" }, NOW);
		await desk.settle(
			"2611-1",
			{ as: "out-of-scope" },
			"tv-22222222",
			"2026-11-24",
		);
		expect(await followers.groups()).toEqual(["2611-2"]);
		await log.forget("telegram:1");
		expect(await followers.groups()).toEqual([]);
		expect(told).toEqual([]);
	});

	it("waits for five answers at most", async () => {
		const { log } = openLog();
		for (let n = 0; n < 5; n++)
			await log.follow("telegram:1", { text: `câu số ${n}` }, NOW);
		expect(await log.follow("telegram:1", { text: "thêm nữa" }, NOW)).toEqual({
			kind: "too-many",
		});
		expect(await log.following("telegram:1")).toBe(5);
	});

	it("is told after a kill between the settling and the letters", async () => {
		const { log, desk, told, followers, questions } = openLog();
		await log.follow("telegram:1", question, NOW);
		const killed = createQuestionDesk({
			questions,
			followers,
			tell: () => Promise.reject(new Error("killed")),
		});
		const ending = { as: "answered", answer } as const;
		const settling = killed.settle(
			"2611-1",
			ending,
			"tv-22222222",
			"2026-11-24",
		);
		await expect(settling).rejects.toThrow("killed");
		await desk.finish();
		expect(told).toEqual(["telegram:1 ← 2611-1 nuoi-tom"]);
		expect(await followers.groups()).toEqual([]);
	});
});
