import { expect, it } from "vitest";
import type { UsageRecord, UsageStore } from "../../src/channels/zalo/usage.js";

const november: UsageRecord = {
	month: "2026-11",
	sent: 2_400,
	warned: ["messages"],
	salt: "muoi",
	users: ["kX2…", "p9Q…"],
};

/** What every store of usage must do, whatever it is made of. */
export function usageStoreContract(open: () => Promise<UsageStore>) {
	it("has nothing before anything was counted", async () => {
		expect(await (await open()).read()).toBeUndefined();
	});

	it("gives back what was written last", async () => {
		const store = await open();
		await store.write(november);
		await store.write({ ...november, sent: 2_401 });
		expect(await store.read()).toEqual({ ...november, sent: 2_401 });
	});

	it("ends with the last of many records written at once", async () => {
		const store = await open();
		await Promise.all(
			Array.from({ length: 50 }, (_, sent) =>
				store.write({ ...november, sent }),
			),
		);
		expect((await store.read())?.sent).toBe(49);
	});
}
