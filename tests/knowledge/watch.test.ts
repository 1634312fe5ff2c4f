import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import type { KnowledgeError } from "../../src/knowledge/fault.js";
import type { Knowledge } from "../../src/knowledge/schema.js";
import { watchKnowledge } from "../../src/knowledge/watch.js";
import { aFolder } from "./a-folder.js";

const DESK = "name: Bàn tư vấn thứ Bảy";

async function watched() {
	const { folder, change } = await aFolder();
	await wait(20); // the copies are older than the watch
	const changed = vi.fn<(knowledge: Knowledge) => void>();
	const broken = vi.fn<(error: unknown) => void>();
	const watcher = watchKnowledge(folder, new Date(), changed, broken);
	onTestFinished(() => watcher.close());
	return { change, changed, broken };
}

it("takes a changed file over while running, even one changed while the watch is set up", async () => {
	const { change, changed } = await watched();
	await change("desks.yaml", DESK, "name: Bàn Đông Hà");
	await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 10_000);
	expect(changed.mock.lastCall?.[0].desks[0]?.name).toBe("Bàn Đông Hà");
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
