import { afterEach, beforeEach, expect, it } from "vitest";
import type { Stores } from "../../src/store/stores.js";
import type { Clock } from "../../src/time.js";
import { minutesLater, NOW } from "../booking/morning.js";

/** What every store of conversations must do, whatever it is made of. */
export function sessionStoreContract(
	open: (clock: Clock) => Promise<Stores<unknown>>,
) {
	let stores: Stores<unknown>;
	let now = NOW;
	beforeEach(async () => {
		now = NOW;
		stores = await open(() => now);
	});
	afterEach(() => stores.close());

	it("knows nothing of a conversation that has not begun", async () => {
		expect(await stores.sessions.read("telegram:1")).toBeUndefined();
	});

	it("reads what was last written, as plain JSON, and each conversation apart", async () => {
		await stores.sessions.write("telegram:1", { step: "day" });
		await stores.sessions.write("telegram:1", { step: "time", since: NOW });
		await stores.sessions.write("zalo:1", { step: "name" });
		expect(await stores.sessions.read("telegram:1")).toEqual({
			step: "time",
			since: "2026-11-23T02:00:00.000Z",
		});
		expect(await stores.sessions.read("zalo:1")).toEqual({ step: "name" });
	});

	it("gives a copy that the reader may change", async () => {
		await stores.sessions.write("telegram:1", { step: "day" });
		const read = (await stores.sessions.read("telegram:1")) as object;
		Object.assign(read, { step: "spoilt" });
		expect(await stores.sessions.read("telegram:1")).toEqual({ step: "day" });
	});

	it("keeps the last of a hundred writes at once", async () => {
		await Promise.all(
			Array.from({ length: 100 }, (_, turn) =>
				stores.sessions.write("telegram:1", { turn }),
			),
		);
		expect(await stores.sessions.read("telegram:1")).toEqual({ turn: 99 });
	});

	it("takes any text as a conversation's key", async () => {
		for (const key of ["../../etc/passwd", "web:Đặt lịch", "", "a".repeat(999)])
			await stores.sessions.write(key, { key });
		expect(await stores.sessions.read("../../etc/passwd")).toEqual({
			key: "../../etc/passwd",
		});
		expect(await stores.sessions.read("")).toEqual({ key: "" });
	});

	it("deletes a conversation, and one that is not there", async () => {
		await stores.sessions.write("telegram:1", { step: "day" });
		await stores.sessions.delete("telegram:1");
		await stores.sessions.delete("telegram:1");
		await stores.sessions.delete("telegram:never");
		expect(await stores.sessions.read("telegram:1")).toBeUndefined();
	});

	it("drops conversations not written since an instant", async () => {
		await stores.sessions.write("telegram:old", { step: "day" });
		await stores.sessions.write("telegram:back", { step: "day" });
		now = minutesLater(60);
		await stores.sessions.write("telegram:back", { step: "time" });
		expect(await stores.sessions.deleteBefore(minutesLater(30))).toBe(1);
		expect(await stores.sessions.read("telegram:old")).toBeUndefined();
		expect(await stores.sessions.read("telegram:back")).toEqual({
			step: "time",
		});
	});
}
