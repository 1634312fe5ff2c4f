import { expect, it } from "vitest";
import type { HistoryStore, Publication } from "../../src/knowledge/history.js";
import { minutesLater, NOW } from "../booking/morning.js";

export const publication: Publication = {
	by: "m-7",
	at: NOW,
	entry: { kind: "faq", id: "von-gop-du-90-ngay" },
	summary: "Sửa câu hỏi thường gặp “Góp vốn chậm nhất khi nào?”: câu trả lời",
	file: "faq/doanh-nghiep.yaml",
	change: { at: 120, removed: "90 ngày", inserted: "chín mươi\nngày" },
	before: "a1",
	after: "b2",
	linesBefore: "  - id: von\n    answer: 90 ngày\n",
	linesAfter: null,
};

/** What every store of the knowledge's history must do, whatever it is made of. */
export function historyStoreContract(open: () => Promise<HistoryStore>) {
	it("has nothing before anything was published", async () => {
		const store = await open();
		expect(await store.list(10)).toEqual([]);
		expect(await store.pending()).toEqual([]);
		expect(await store.read("00000001")).toBeUndefined();
	});

	it("shows a record only once its file was written", async () => {
		const store = await open();
		const id = await store.begin(publication);
		expect(await store.list(10)).toEqual([]);
		expect(await store.read(id)).toBeUndefined();
		expect(await store.pending()).toEqual([{ ...publication, id }]);
		await store.complete(id);
		expect(await store.pending()).toEqual([]);
		expect(await store.read(id)).toEqual({ ...publication, id });
	});

	it("forgets a record whose file was not written", async () => {
		const store = await open();
		const id = await store.begin(publication);
		await store.drop(id);
		expect(await store.pending()).toEqual([]);
		expect(await store.list(10)).toEqual([]);
	});

	it("lists the newest first, no more than asked for", async () => {
		const store = await open();
		for (const [minutes, by] of ["m-1", "m-2", "m-3"].entries()) {
			const at = minutesLater(minutes);
			await store.complete(await store.begin({ ...publication, by, at }));
		}
		expect((await store.list(2)).map(({ by }) => by)).toEqual(["m-3", "m-2"]);
		expect((await store.list(10)).map(({ by }) => by)).toEqual([
			"m-3",
			"m-2",
			"m-1",
		]);
	});

	it("keeps which record was taken back by which", async () => {
		const store = await open();
		const first = await store.begin(publication);
		await store.complete(first);
		const second = await store.begin({ ...publication, undoes: first });
		await store.complete(second);
		expect(second > first).toBe(true);
		expect((await store.read(second))?.undoes).toBe(first);
	});

	it("completes a record twice as if it were once", async () => {
		const store = await open();
		const id = await store.begin(publication);
		await Promise.all([store.complete(id), store.complete(id)]);
		expect(await store.list(10)).toHaveLength(1);
	});

	it("reads nothing but records", async () => {
		const store = await open();
		expect(await store.read("../sessions/x")).toBeUndefined();
	});
}
