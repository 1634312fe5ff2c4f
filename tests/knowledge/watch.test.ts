import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { createEditor } from "../../src/knowledge/editor.js";
import type { KnowledgeError } from "../../src/knowledge/fault.js";
import type { Knowledge } from "../../src/knowledge/schema.js";
import { watchKnowledge } from "../../src/knowledge/watch.js";
import { memoryHistory } from "../../src/store/memory/history.js";
import { NOW } from "../booking/morning.js";
import { aFolder } from "./a-folder.js";

const DESK = "name: Bàn tư vấn thứ Bảy";

async function watched() {
	const { folder, change } = await aFolder();
	await wait(20); // the copies are older than the watch
	const changed = vi.fn<(knowledge: Knowledge) => void>();
	const broken = vi.fn<(error: unknown) => void>();
	const watcher = watchKnowledge(folder, new Date(), changed, broken);
	onTestFinished(() => watcher.close());
	return { folder, change, changed, broken };
}

it("takes a changed file over while running, even one changed while the watch is set up", async () => {
	const { change, changed } = await watched();
	await change("desks.yaml", DESK, "name: Bàn Đông Hà");
	await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 10_000);
	expect(changed.mock.lastCall?.[0].desks[0]?.name).toBe("Bàn Đông Hà");
}, 15_000);

it("takes over what an editor publishes, and nothing of it before it is whole", async () => {
	const { folder, changed, broken } = await watched();
	const editor = await createEditor({
		folder,
		history: memoryHistory(),
		effect: async () => ({ total: 0, changes: [] }),
	});
	const office = await editor.open({ kind: "office", id: "office" });
	if (!office) throw new Error("no office");
	await writeFile(join(folder, ".office.yaml.new"), "name: nửa chừ");
	await editor.publish(
		{
			entry: { kind: "office", id: "office" },
			content: { ...office.content, phone: "0233 0000 000" },
		},
		office.version,
		"m-1",
		NOW,
	);
	await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 10_000);
	expect(changed.mock.lastCall?.[0].office.phone).toBe("0233 0000 000");
	expect(broken).not.toHaveBeenCalled();
}, 15_000);

it("reports a broken change and hands nothing over", async () => {
	const { change, changed, broken } = await watched();
	await change("desks.yaml", "weeksAhead: 4", "weeksAhead: four");
	await vi.waitFor(() => expect(broken).toHaveBeenCalled(), 10_000);
	const [error] = broken.mock.lastCall ?? [];
	expect((error as KnowledgeError).message).toMatch(
		/desks\.yaml:\d+ desks\.0\.weeksAhead/,
	);
	expect(changed).not.toHaveBeenCalled();
}, 15_000);
