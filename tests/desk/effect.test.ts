import { expect, it, vi } from "vitest";
import { createEffects } from "../../src/desk/effect/measure.js";
import { effectPart } from "../../src/desk/effect/part.js";
import type { Candidate, Effect } from "../../src/knowledge/editor.js";
import { createLog } from "../../src/log.js";

const log = createLog("silent");
const NO_CHANGE: Effect = { total: 800, changes: [] };
const candidate = { plan: { file: "faq/a.yaml", before: "a", after: "b" } };

it("keeps nobody waiting: what takes long is shown at the next look, measured once", async () => {
	let done = (_: Effect) => {};
	const effect = vi.fn(
		() =>
			new Promise<Effect>((resolve) => {
				done = resolve;
			}),
	);
	const effectOf = createEffects({ effect }, log, 1);
	const asked = candidate as unknown as Candidate;
	expect(await effectOf(asked)).toEqual({ kind: "measuring" });
	done(NO_CHANGE);
	expect(await effectOf(asked)).toEqual({
		kind: "measured",
		effect: NO_CHANGE,
	});
	expect(effect).toHaveBeenCalledTimes(1);
});

it("tries again after a failure", async () => {
	const effect = vi
		.fn<() => Promise<Effect>>()
		.mockRejectedValueOnce(new Error("no worker"))
		.mockResolvedValueOnce(NO_CHANGE);
	const effectOf = createEffects({ effect }, log);
	const asked = candidate as unknown as Candidate;
	expect(await effectOf(asked)).toEqual({ kind: "failed" });
	expect((await effectOf(asked)).kind).toBe("measured");
});

it("says what is lost first, and offers another look while it is measured", async () => {
	const change = { text: "", before: "A", after: "B" };
	const effect: Effect = {
		total: 800,
		changes: [
			{ ...change, text: "gain", rightBefore: false, rightAfter: true },
			{ ...change, text: "loss", rightBefore: true, rightAfter: false },
		],
	};
	const again = "<button>Xem kết quả</button>";
	const page = String(
		await effectPart({ kind: "measured", effect }, again as never),
	);
	expect(page).toContain("1 câu đang đúng thành sai");
	expect(page.indexOf("loss")).toBeLessThan(page.indexOf("gain"));
	const measuring = await effectPart({ kind: "measuring" }, again as never);
	expect(String(measuring)).toContain("Xem kết quả");
});
