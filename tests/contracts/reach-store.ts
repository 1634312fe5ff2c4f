import { afterEach, beforeEach, expect, it } from "vitest";
import type { Stores } from "../../src/store/stores.js";

/** What every store of people who cannot be written to must do. */
export function reachStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());

	it("takes everybody for reachable until told otherwise, and again once they write", async () => {
		const { reach } = stores;
		expect(await reach.isLost("zalo:hoa")).toBe(false);
		await reach.lose("zalo:hoa");
		await reach.lose("zalo:hoa");
		expect(await reach.isLost("zalo:hoa")).toBe(true);
		expect(await reach.isLost("zalo:nam")).toBe(false);
		await reach.find("zalo:hoa");
		await reach.find("zalo:hoa");
		expect(await reach.isLost("zalo:hoa")).toBe(false);
	});

	it("keeps all of a hundred lost at once", async () => {
		const people = Array.from({ length: 100 }, (_, n) => `telegram:${n}`);
		await Promise.all(people.map((person) => stores.reach.lose(person)));
		const lost = await Promise.all(
			people.map((person) => stores.reach.isLost(person)),
		);
		expect(lost.every(Boolean)).toBe(true);
	});
}
