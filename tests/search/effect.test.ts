import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { createEditor } from "../../src/knowledge/editor.js";
import { measureEffect } from "../../src/search/measure-effect.js";
import { memoryHistory } from "../../src/store/memory/history.js";
import { aFolder } from "../knowledge/a-folder.js";
import { compile } from "../store/compile.js";

const MILLISECOND = 1_000_000;

const HOUSEHOLD = { kind: "procedure", id: "1.001612" } as const;
const LABELLED = "questions/labelled.jsonl";

/** A question that the knowledge does not answer yet, and the edit that makes it do so. */
const added = {
	id: "x1",
	kind: "f",
	text: "khai trương gánh bún hến",
	intent: "ask",
	codes: [HOUSEHOLD.id],
	aspect: null,
};

async function candidate(labelled: (before: string) => string) {
	const { folder } = await aFolder();
	const before = await readFile(join(folder, LABELLED), "utf8");
	await writeFile(join(folder, LABELLED), labelled(before));
	const editor = await createEditor({
		folder,
		history: memoryHistory(),
		effect: measureEffect,
	});
	const found = await editor.open<"procedure">(HOUSEHOLD);
	if (!found) throw new Error("no household business");
	const asks = [...found.content.asks, added.text];
	const content = { ...found.content, asks };
	const preview = await editor.preview({ entry: HOUSEHOLD, content });
	if (preview.kind !== "ready") throw new Error(preview.kind);
	return { folder, editor, title: found.title, candidate: preview.candidate };
}

const withAdded = (before: string) => `${before}${JSON.stringify(added)}\n`;

it("tells which labelled questions an edit answers otherwise, a clerk's own among them, while people are answered", async () => {
	const { editor, candidate: edit, title } = await candidate(withAdded);
	const delay = monitorEventLoopDelay({ resolution: 5 });
	const began = performance.now();
	delay.enable();
	const { total, changes } = await editor.effect(edit);
	delay.disable();
	const took = performance.now() - began;
	expect(total).toBeGreaterThan(1_600);
	const change = changes.find(({ text }) => text === added.text);
	expect(change).toMatchObject({
		after: title,
		rightBefore: false,
		rightAfter: true,
	});
	expect(change?.before).not.toBe(title);
	// Two searches are built and some thousand questions asked: none of it here.
	expect(delay.max / MILLISECOND).toBeLessThan(took / 4);
}, 60_000);

it("does so in the compiled program as well", async () => {
	const program = await compile("tests/search/effect-program.ts");
	onTestFinished(() => program.remove());
	const { folder, candidate: edit } = await candidate(() => withAdded(""));
	const { file, after } = edit.plan;
	const { stdout } = await promisify(execFile)(process.execPath, [
		program.path,
		folder,
		file,
		after ?? "",
	]);
	expect(JSON.parse(stdout)).toMatchObject({
		total: 1,
		changes: [{ text: added.text }],
	});
}, 60_000);

it("finds nothing changed where nothing was, and nothing asked where there are no questions", async () => {
	const { folder } = await candidate(() => withAdded(""));
	expect(await measureEffect(folder, new Map())).toEqual({
		total: 1,
		changes: [],
	});
	const { folder: none } = await candidate(() => "");
	expect(await measureEffect(none, new Map())).toEqual({
		total: 0,
		changes: [],
	});
}, 60_000);

it("names the line of a labelled question that cannot be read", async () => {
	const { folder } = await candidate(() => `${withAdded("")}không phải JSON\n`);
	await expect(measureEffect(folder, new Map())).rejects.toThrow(
		/labelled\.jsonl:2/,
	);
}, 60_000);
