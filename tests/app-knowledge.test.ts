import { expect, it, onTestFinished, vi } from "vitest";
import { createApp } from "../src/app.js";
import { readConfig } from "../src/config.js";
import { createLog } from "../src/log.js";
import { NOW } from "./booking/morning.js";
import { aFolder } from "./knowledge/a-folder.js";
import { temporaryFolder } from "./store/folder.js";

const VON = { kind: "faq", id: "von-gop-du-90-ngay" } as const;

async function anApp() {
	const { folder } = await aFolder();
	const config = readConfig({
		KNOWLEDGE_DIR: folder,
		DATA_DIR: await temporaryFolder(),
	});
	const app = await createApp(config, {
		clock: () => NOW,
		log: createLog("error"),
	});
	onTestFinished(() => app.close());
	let count = 0;
	const ask = async (text: string) => {
		const replies = await app.converse({
			conversation: "web:lan",
			channel: "web",
			id: String(++count),
			text,
		} as never);
		return replies.map(({ text }) => text).join("\n");
	};
	return { app, ask };
}

it("the running bot answers with what was published, and with the old after it is undone", async () => {
	const { app, ask } = await anApp();
	const question = "Góp vốn điều lệ chậm nhất khi nào?";
	const before = await ask(question);
	expect(before).toContain("90 ngày kể từ ngày");
	const found = await app.editor.open<"faq">(VON);
	if (!found) throw new Error("no such question");
	const published = await app.editor.publish(
		{ entry: VON, content: { ...found.content, answer: "Lời đã sửa." } },
		found.version,
		"m-1",
		NOW,
	);
	if (published.kind !== "published") throw new Error(published.kind);
	await vi.waitFor(
		async () => expect(await ask(question)).toContain("Lời đã sửa."),
		{ timeout: 15_000, interval: 200 },
	);
	await app.editor.undo(published.id, "m-1", NOW);
	await vi.waitFor(
		async () => expect(await ask(question)).toContain("90 ngày kể từ ngày"),
		{ timeout: 15_000, interval: 200 },
	);
}, 60_000);

it("the running bot takes over what the search does not rest on as well", async () => {
	const { app, ask } = await anApp();
	await ask("mở công ty");
	const office = { kind: "office", id: "office" } as const;
	const found = await app.editor.open<"office">(office);
	if (!found) throw new Error("no office");
	await app.editor.publish(
		{ entry: office, content: { ...found.content, phone: "0233 000 0000" } },
		found.version,
		"m-1",
		NOW,
	);
	await vi.waitFor(
		async () => expect(await ask("số điện thoại của Sở")).toContain("0233"),
		{ timeout: 15_000, interval: 200 },
	);
}, 60_000);
