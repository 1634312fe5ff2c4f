import { afterEach, beforeEach, expect, it } from "vitest";
import type { Stores } from "../../src/store/stores.js";
import { minutesLater, NOW } from "../booking/morning.js";

/** What every store of people who wait for an answer must do. */
export function followerStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());
	const hoa = { group: "2611-1", person: "telegram:hoa", since: NOW };

	it("keeps each of many once", async () => {
		const { followers } = stores;
		const people = Array.from({ length: 50 }, (_, n) => `zalo:${n}`);
		await Promise.all(
			[...people, ...people].map((person) =>
				followers.follow({ ...hoa, person }),
			),
		);
		expect(await followers.of("2611-1")).toHaveLength(50);
		expect(await followers.of("2611-2")).toEqual([]);
	});

	it("ends with those who were told, and with nobody else", async () => {
		const { followers } = stores;
		await followers.follow(hoa);
		await followers.follow({ ...hoa, person: "zalo:nam" });
		await followers.follow({ ...hoa, group: "2611-2" });
		await followers.end("2611-1", ["telegram:hoa"]);
		expect(await followers.by("telegram:hoa")).toEqual([
			{ ...hoa, group: "2611-2" },
		]);
		expect(await followers.groups()).toEqual(["2611-1", "2611-2"]);
	});

	it("forgets a person in every group", async () => {
		const { followers } = stores;
		await followers.follow(hoa);
		await followers.follow({ ...hoa, group: "2611-2" });
		await followers.follow({ ...hoa, person: "zalo:nam" });
		await followers.forget("telegram:hoa");
		expect(await followers.by("telegram:hoa")).toEqual([]);
		expect(await followers.by("zalo:nam")).toHaveLength(1);
	});

	it("lets go of those who waited too long", async () => {
		const { followers } = stores;
		await followers.follow(hoa);
		await followers.follow({
			...hoa,
			person: "zalo:nam",
			since: minutesLater(10),
		});
		expect(await followers.dropBefore(minutesLater(10))).toBe(1);
		expect(await followers.groups()).toEqual(["2611-1"]);
	});
}
