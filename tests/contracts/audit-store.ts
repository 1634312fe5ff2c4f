import { afterEach, beforeEach, expect, it } from "vitest";
import type { AuditEntry } from "../../src/people/audit.js";
import type { Stores } from "../../src/store/stores.js";

const seen: AuditEntry = {
	at: new Date("2026-11-28T02:00:00Z"),
	by: "tv-22222222",
	act: "roster-seen",
	subject: "2026-11-28",
	desk: "thu-bay",
};

/** What every audit list must do, whatever it is made of. */
export function auditStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());

	it("is empty at first", async () => {
		expect(await stores.audit.list("2026-11")).toEqual([]);
		expect(await stores.audit.months()).toEqual([]);
	});

	it("keeps who did what, when and to what, in order", async () => {
		const changed: AuditEntry = {
			at: new Date("2026-11-28T02:01:00Z"),
			by: "tv-22222222",
			act: "visit-recorded",
			subject: "T7-K4M9XQ",
		};
		await stores.audit.note(seen);
		await stores.audit.note(changed);
		expect(await stores.audit.list("2026-11")).toEqual([seen, changed]);
	});

	it("counts months as the wall calendar at the desk does", async () => {
		const newYear = { ...seen, at: new Date("2026-12-31T18:00:00Z") };
		await stores.audit.note(seen);
		await stores.audit.note(newYear);
		expect(await stores.audit.list("2027-01")).toEqual([newYear]);
		expect(await stores.audit.months()).toEqual(["2027-01", "2026-11"]);
	});

	it("loses none of many notes made at once", async () => {
		await Promise.all(
			Array.from({ length: 50 }, (_, number) =>
				stores.audit.note({ ...seen, subject: `${number}` }),
			),
		);
		expect(await stores.audit.list("2026-11")).toHaveLength(50);
	});
}
