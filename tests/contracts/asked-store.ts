import { expect, it } from "vitest";
import type { AskedStore } from "../../src/report/asked.js";

/** What every store of what is asked promises. */
export function askedStoreContract(open: () => Promise<AskedStore>): void {
	it("counts nothing before anything was asked", async () => {
		expect(await (await open()).of("2026-11")).toEqual({});
	});

	it("adds to what is counted, each month by itself", async () => {
		const store = await open();
		await store.add("2026-11", { "2.001583": 2, "faq:chuyen-khoan": 1 });
		await store.add("2026-11", { "2.001583": 3 });
		await store.add("2026-12", { "2.001583": 1 });
		expect(await store.of("2026-11")).toEqual({
			"2.001583": 5,
			"faq:chuyen-khoan": 1,
		});
		expect(await store.of("2026-12")).toEqual({ "2.001583": 1 });
	});

	it("loses none of what is added at once", async () => {
		const store = await open();
		await Promise.all(
			Array.from({ length: 20 }, () => store.add("2026-11", { a: 1 })),
		);
		expect(await store.of("2026-11")).toEqual({ a: 20 });
	});
}
