import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
	createEditor,
	type Editor,
	type Undone,
} from "../../src/knowledge/editor.js";
import { ABSENT, type ContentOf } from "../../src/knowledge/entry.js";
import type { HistoryStore } from "../../src/knowledge/history.js";
import { createLoader } from "../../src/knowledge/load.js";
import { type FileSteps, onDisk } from "../../src/knowledge/replace-file.js";
import { memoryHistory } from "../../src/store/memory/history.js";
import { NOW } from "../booking/morning.js";
import { everythingIn } from "../store/folder.js";
import { aFolder } from "./a-folder.js";

/** Each test reads the whole knowledge several times. */
vi.setConfig({ testTimeout: 30_000 });

const VON = { kind: "faq", id: "von-gop-du-90-ngay" } as const;
const OTHER = { kind: "faq", id: "khong-gop-du-von" } as const;
const FILE = "faq/doanh-nghiep.yaml";

async function aDesk() {
	const { folder, change } = await aFolder();
	const history = memoryHistory();
	const open = (changes: { steps?: FileSteps; history?: HistoryStore } = {}) =>
		createEditor({
			folder,
			history,
			effect: async () => ({ total: 0, changes: [] }),
			...changes,
		});
	const editor = await open();
	onTestFinished(() => editor.idle());
	return {
		folder,
		history,
		editor,
		open,
		change,
		text: (file = FILE) => readFile(join(folder, file), "utf8"),
		write: (text: string, file = FILE) => writeFile(join(folder, file), text),
	};
}

async function faqOf(editor: Editor, entry: typeof VON | typeof OTHER = VON) {
	const found = await editor.open<"faq">(entry);
	if (!found) throw new Error(`no ${entry.id}`);
	return found;
}

const withAnswer = (content: ContentOf["faq"], answer: string) => ({
	...content,
	answer,
});

/** Opens the entry, gives it another answer, and publishes. */
async function answer(
	editor: Editor,
	text: string,
	entry: typeof VON | typeof OTHER = VON,
) {
	const { content, version } = await faqOf(editor, entry);
	const edit = { entry, content: withAnswer(content, text) } as const;
	return editor.publish(edit, version, "m-1", NOW);
}

async function published(publishing: Promise<Undone>) {
	const result = await publishing;
	if (result.kind !== "published") throw new Error(result.kind);
	return result;
}

describe("publishing", () => {
	it("writes the entry into its file and says who, when and what", async () => {
		const { editor, text } = await aDesk();
		const { id, knowledge } = await published(answer(editor, "Trong 90 ngày."));
		expect(knowledge.faq.get(VON.id)?.answer).toBe("Trong 90 ngày.");
		expect(await text()).toContain("    answer: Trong 90 ngày.\n");
		expect(await editor.history()).toMatchObject([
			{
				id,
				by: "m-1",
				at: NOW,
				entry: VON,
				file: FILE,
				summary:
					"Sửa câu hỏi thường gặp “Góp vốn điều lệ chậm nhất khi nào?”: câu trả lời",
			},
		]);
		expect((await faqOf(editor)).content.answer).toBe("Trong 90 ngày.");
	});

	it("tells the second of two who opened the same entry of the clash, and keeps the first one's words", async () => {
		const { editor, text } = await aDesk();
		const first = await faqOf(editor);
		const second = await faqOf(editor);
		const edit = (answer: string) =>
			({ entry: VON, content: withAnswer(first.content, answer) }) as const;
		const results = await Promise.all([
			editor.publish(edit("Lời của An."), first.version, "m-an", NOW),
			editor.publish(edit("Lời của Bình."), second.version, "m-binh", NOW),
		]);
		expect(results.map(({ kind }) => kind)).toEqual(["published", "clash"]);
		expect(results[1]).toMatchObject({
			current: { content: { answer: "Lời của An." } },
		});
		expect(await text()).toContain("Lời của An.");
		expect(await text()).not.toContain("Lời của Bình.");
		expect(await editor.history()).toHaveLength(1);
	});

	it("lets two people edit different entries of one file", async () => {
		const { editor, text } = await aDesk();
		const one = await faqOf(editor);
		const other = await faqOf(editor, OTHER);
		const results = await Promise.all([
			editor.publish(
				{ entry: VON, content: withAnswer(one.content, "Lời của An.") },
				one.version,
				"m-an",
				NOW,
			),
			editor.publish(
				{ entry: OTHER, content: withAnswer(other.content, "Lời của Bình.") },
				other.version,
				"m-binh",
				NOW,
			),
		]);
		expect(results.map(({ kind }) => kind)).toEqual(["published", "published"]);
		expect(await text()).toContain("Lời của An.");
		expect(await text()).toContain("Lời của Bình.");
	});

	it("sees what a clerk changed by hand meanwhile", async () => {
		const { editor, change, text } = await aDesk();
		const { content, version } = await faqOf(editor);
		await change(FILE, "phải góp đủ vốn trong 90 ngày", "góp trong ba tháng");
		const before = await text();
		const result = await editor.publish(
			{ entry: VON, content: withAnswer(content, "Khác.") },
			version,
			"m-1",
			NOW,
		);
		expect(result).toMatchObject({
			kind: "clash",
			current: { content: { answer: expect.stringContaining("ba tháng") } },
		});
		expect(await text()).toBe(before);
	});

	it("takes what a clerk saved in the same file at the very moment along", async () => {
		const { folder, open, change, text } = await aDesk();
		const load = createLoader(folder);
		let saved = false;
		const editor = await createEditor({
			folder,
			history: memoryHistory(),
			effect: async () => ({ total: 0, changes: [] }),
			async load(overlay) {
				const knowledge = await load(overlay);
				if (!saved) await change(FILE, "Mua cổ phần bằng xe", "Mua bằng xe");
				saved = true;
				return knowledge;
			},
		});
		await published(answer(editor, "Lời mới."));
		expect(await text()).toContain("Mua bằng xe");
		expect(await text()).toContain("Lời mới.");
		await (await open()).idle();
	});

	it("adds an entry once: the second of two who add it sees the first's", async () => {
		const { editor } = await aDesk();
		const entry = { kind: "replaced", id: "Nghị định 168/2025/NĐ-CP" } as const;
		const content = {
			text: entry.id,
			replacedBy: "Nghị định 1/2027/NĐ-CP",
			markedOn: "2026-11-23",
		};
		const add = () => editor.publish({ entry, content }, ABSENT, "m-1", NOW);
		const results = await Promise.all([add(), add()]);
		expect(results.map(({ kind }) => kind)).toEqual(["published", "clash"]);
	});

	it("keeps no record of an edit that says what is there", async () => {
		const { editor } = await aDesk();
		const { content } = await faqOf(editor);
		expect((await answer(editor, content.answer)).kind).toBe("unchanged");
		expect(await editor.history()).toEqual([]);
	});
});

describe("a broken edit", () => {
	it("changes nothing on disk, and names file, line, field and remedy", async () => {
		const { folder, editor } = await aDesk();
		const before = await everythingIn(folder);
		const { content, version } = await faqOf(editor);
		const broken = [
			{ ...content, answer: "" },
			{ ...content, source: [] },
			{ ...content, procedure: "9.999999" },
			{ ...content, confidence: "chắc" },
			{ ...content, la: "lạ" },
			{ ...content, checkedOn: "hôm nay" },
		] as ContentOf["faq"][];
		for (const content of broken) {
			const edit = { entry: VON, content } as const;
			for (const result of [
				await editor.preview(edit),
				await editor.publish(edit, version, "m-1", NOW),
			]) {
				if (result.kind !== "faults") throw new Error(result.kind);
				expect(result.faults[0]).toMatchObject({ file: FILE });
				expect(result.faults[0]?.line).toBeGreaterThan(1);
				expect(result.faults[0]?.remedy).not.toBe("");
			}
		}
		expect(await everythingIn(folder)).toEqual(before);
		expect(await editor.history()).toEqual([]);
	});

	it("is refused as well when another file is broken, which is named", async () => {
		const { folder, editor, change } = await aDesk();
		await change("desks.yaml", "weeksAhead: 4", "weeksAhead: four");
		const before = await everythingIn(folder);
		expect(await answer(editor, "Lời mới.")).toMatchObject({
			kind: "faults",
			faults: [{ file: "desks.yaml" }],
		});
		expect(await everythingIn(folder)).toEqual(before);
	});

	it("is refused where the file itself is no YAML", async () => {
		const { editor, change } = await aDesk();
		const { content, version } = await faqOf(editor);
		await change(FILE, "faq:", "faq: [");
		const edit = { entry: VON, content: withAnswer(content, "Mới.") } as const;
		expect(await editor.publish(edit, version, "m-1", NOW)).toMatchObject({
			kind: "faults",
			faults: expect.arrayContaining([expect.objectContaining({ file: FILE })]),
		});
	});
});

it("a preview shows the knowledge with the edit and leaves the folder as it is", async () => {
	const { folder, editor } = await aDesk();
	const before = await everythingIn(folder);
	const { content } = await faqOf(editor);
	const result = await editor.preview({
		entry: VON,
		content: withAnswer(content, "Lời thử."),
	});
	if (result.kind !== "ready") throw new Error(result.kind);
	const { knowledge } = result.candidate;
	expect(knowledge.faq.get(VON.id)?.answer).toBe("Lời thử.");
	expect(await everythingIn(folder)).toEqual(before);
	expect((await faqOf(editor)).content.answer).toBe(content.answer);
});

describe("undo", () => {
	it("brings the file back byte for byte, and is undone in turn", async () => {
		const { editor, text } = await aDesk();
		const before = await text();
		const { id } = await published(answer(editor, "Lời mới: có dấu #lạ"));
		const after = await text();
		const undone = await published(editor.undo(id, "m-2", NOW));
		expect(await text()).toBe(before);
		expect((await editor.history())[0]).toMatchObject({
			id: undone.id,
			by: "m-2",
			undoes: id,
		});
		await published(editor.undo(undone.id, "m-2", NOW));
		expect(await text()).toBe(after);
	});

	it("brings back a file written in a way that no edit writes", async () => {
		const { editor, write, text } = await aDesk();
		const odd = (await text())
			.replace("confidence: verified", 'confidence:   "verified"  # đã xem')
			.replaceAll("\n", "\r\n");
		await write(odd);
		const { id } = await published(answer(editor, "Lời mới."));
		expect(await text()).toContain("# đã xem\r\n");
		await published(editor.undo(id, "m-1", NOW));
		expect(await text()).toBe(odd);
	});

	it("takes back the entry's own lines when others of the file changed since", async () => {
		const { editor, text } = await aDesk();
		const { content } = await faqOf(editor);
		const { id } = await published(answer(editor, "Lời mới."));
		await published(answer(editor, "Lời khác.", OTHER));
		await published(editor.undo(id, "m-1", NOW));
		expect((await faqOf(editor)).content).toEqual(content);
		expect(await text()).toContain("Lời khác.");
	});

	it("takes an added entry away again, and brings a removed one back, beside later changes", async () => {
		const { editor } = await aDesk();
		const { content, version } = await faqOf(editor);
		const entry = { kind: "faq", id: "cau-moi" } as const;
		const added = await published(
			editor.publish(
				{ entry, content: { ...content, id: "cau-moi" } },
				ABSENT,
				"m-1",
				NOW,
			),
		);
		const removed = await published(
			editor.publish({ entry: VON, content: null }, version, "m-1", NOW),
		);
		await published(answer(editor, "Lời khác.", OTHER));
		await published(editor.undo(added.id, "m-1", NOW));
		expect(await editor.open(entry)).toBeUndefined();
		await published(editor.undo(removed.id, "m-1", NOW));
		expect((await faqOf(editor)).content).toEqual(content);
	});

	it("says so when the same entry changed since, and writes nothing", async () => {
		const { editor, text } = await aDesk();
		const { id } = await published(answer(editor, "Lời một."));
		await published(answer(editor, "Lời hai."));
		const before = await text();
		expect(await editor.undo(id, "m-1", NOW)).toMatchObject({
			kind: "clash",
			current: { content: { answer: "Lời hai." } },
		});
		expect(await text()).toBe(before);
	});

	it("knows its records only", async () => {
		const { editor } = await aDesk();
		expect((await editor.undo("00000009", "m-1", NOW)).kind).toBe(
			"unknown-record",
		);
	});

	it("takes the file away again that the first replaced text made", async () => {
		const { folder, editor, open } = await aDesk();
		await rm(join(folder, "replaced.yaml"));
		const entry = { kind: "replaced", id: "Nghị định 168/2025/NĐ-CP" } as const;
		const content = {
			text: entry.id,
			replacedBy: "Nghị định 1/2027/NĐ-CP",
			markedOn: "2026-11-23",
		};
		const { id } = await published(
			editor.publish({ entry, content }, ABSENT, "m-1", NOW),
		);
		expect(await readdir(folder)).toContain("replaced.yaml");
		await published(editor.undo(id, "m-1", NOW));
		expect(await readdir(folder)).not.toContain("replaced.yaml");
		await (await open()).idle();
	});
});

describe("a kill while publishing", () => {
	/** What is done in a publish, step by step; nothing more happens once it broke off before or after one of them. */
	function breakingOff(history: HistoryStore, at: number, after: boolean) {
		let count = 0;
		let dead = false;
		const step = <Args extends unknown[], Result>(
			act: (...args: Args) => Promise<Result>,
		) => {
			return async (...args: Args): Promise<Result> => {
				if (dead) throw new Error("dead");
				const mine = count++;
				if (mine === at && !after) dead = true;
				if (dead) throw new Error("killed");
				const result = await act(...args);
				if (mine === at) dead = true;
				if (dead) throw new Error("killed");
				return result;
			};
		};
		return {
			steps: {
				write: step(onDisk.write),
				rename: step(onDisk.rename),
				remove: step(onDisk.remove),
				sync: step(onDisk.sync),
			},
			history: {
				...history,
				begin: step(history.begin),
				complete: step(history.complete),
				drop: step(history.drop),
			},
			taken: () => count,
		};
	}

	const places = [0, 1, 2, 3, 4].flatMap((at) =>
		[false, true].map((after) => ({ at, after })),
	);

	it.each(places)(
		"at step $at (done: $after) leaves the old file or the new one, and the history agrees",
		async ({ at, after }) => {
			const { folder, open, history, text } = await aDesk();
			const before = await everythingIn(folder);
			const dying = breakingOff(history, at, after);
			const editor = await open(dying);
			await expect(answer(editor, "Lời mới.")).rejects.toThrow(/killed|dead/);

			const restarted = await open();
			const now = await everythingIn(folder);
			const isNew = (await text()).includes("    answer: Lời mới.\n");
			expect(Object.keys(now)).toEqual(Object.keys(before));
			if (!isNew) expect(now).toEqual(before);
			expect(await history.pending()).toEqual([]);
			const records = await restarted.history();
			expect(records).toHaveLength(isNew ? 1 : 0);
			expect(isNew).toBe(at > 2 || (at === 2 && after));
			for (const { id } of records) {
				await published(restarted.undo(id, "m-1", NOW));
				expect(await everythingIn(folder)).toEqual(before);
			}
		},
	);

	it("is looked at at every step there is", async () => {
		const { open, history } = await aDesk();
		const watched = breakingOff(history, 99, false);
		await published(answer(await open(watched), "Lời mới."));
		expect(watched.taken()).toBe(5);
	});

	it("half way through the new text leaves the old file", async () => {
		const { folder, open } = await aDesk();
		const before = await everythingIn(folder);
		const steps: FileSteps = {
			...onDisk,
			async write(path, text) {
				await writeFile(path, text.slice(0, text.length / 2));
				throw new Error("the disk is full");
			},
		};
		await expect(answer(await open({ steps }), "Lời mới.")).rejects.toThrow(
			"the disk is full",
		);
		expect(await everythingIn(folder)).toEqual(before);
	});
});
