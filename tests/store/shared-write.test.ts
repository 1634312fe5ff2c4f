import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sharedWrite } from "../../src/store/lowdb/shared-write.js";

describe("a shared write", () => {
	let groups: (readonly string[])[];
	let refuse: string | undefined;
	const write = async (items: readonly string[]) => {
		groups.push(items);
		if (refuse && items.includes(refuse)) throw new Error("the disk is full");
	};
	beforeEach(() => {
		vi.useFakeTimers();
		groups = [];
		refuse = undefined;
	});
	afterEach(() => void vi.useRealTimers());

	it("takes what comes in one moment together", async () => {
		const share = sharedWrite(write);
		await Promise.all([share(["a"]), share(["b", "c"])]);
		expect(groups).toEqual([["a", "b", "c"]]);
	});

	it("does not hold up the first, and lets the next wait until enough time is between", async () => {
		const share = sharedWrite(write, 5);
		await share(["first"]);
		const later = [share(["second"]), share(["third"])];
		await vi.advanceTimersByTimeAsync(4);
		expect(groups).toEqual([["first"]]);
		await vi.advanceTimersByTimeAsync(1);
		await Promise.all(later);
		expect(groups).toEqual([["first"], ["second", "third"]]);
	});

	it("that fails is told to those in it alone", async () => {
		const share = sharedWrite(write, 5);
		refuse = "a";
		await expect(share(["a"])).rejects.toThrow("full");
		const next = share(["b"]);
		await vi.advanceTimersByTimeAsync(5);
		await expect(next).resolves.toBeUndefined();
		expect(groups).toEqual([["a"], ["b"]]);
	});
});
