import { afterEach, beforeEach, expect, it } from "vitest";
import type { Consent } from "../../src/people/consent.js";
import type { Stores } from "../../src/store/stores.js";
import { minutesLater, NOW } from "../booking/morning.js";

const agreed: Consent = {
	person: "telegram:hoa",
	purpose: "booking",
	version: "2026-11",
	channel: "telegram",
	givenAt: NOW,
};

/** What every store of consent must do, whatever it is made of. */
export function consentStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	beforeEach(async () => {
		stores = await open();
	});
	afterEach(() => stores.close());

	const current = (person: string) =>
		stores.consents.current(person, "booking");

	it("takes silence for no", async () => {
		expect(await current("telegram:hoa")).toBeUndefined();
		expect(await stores.consents.of("telegram:hoa")).toEqual([]);
	});

	it("keeps which text was agreed to, when and where", async () => {
		await stores.consents.give(agreed);
		expect(await current("telegram:hoa")).toEqual(agreed);
		expect(await current("telegram:nam")).toBeUndefined();
	});

	it("keeps the proof when consent is withdrawn, with the first withdrawal's time", async () => {
		await stores.consents.give(agreed);
		await stores.consents.withdraw("telegram:hoa", minutesLater(5));
		await stores.consents.withdraw("telegram:hoa", minutesLater(9));
		expect(await current("telegram:hoa")).toBeUndefined();
		expect(await stores.consents.of("telegram:hoa")).toEqual([
			{ ...agreed, withdrawnAt: minutesLater(5) },
		]);
	});

	it("withdraws what is for one purpose alone, if one is named", async () => {
		const answer = { ...agreed, purpose: "answer" } as const;
		await stores.consents.give(agreed);
		await stores.consents.give(answer);
		await stores.consents.withdraw("telegram:hoa", minutesLater(5), "answer");
		expect(await current("telegram:hoa")).toEqual(agreed);
		expect(
			await stores.consents.current("telegram:hoa", "answer"),
		).toBeUndefined();
	});

	it("has the latest text in force after a new agreement", async () => {
		const later = { ...agreed, version: "2027-01", givenAt: minutesLater(9) };
		await stores.consents.give(agreed);
		await stores.consents.withdraw("telegram:hoa", minutesLater(5));
		await stores.consents.give(later);
		expect(await current("telegram:hoa")).toEqual(later);
		expect(await stores.consents.of("telegram:hoa")).toHaveLength(2);
	});

	it("loses none of two agreements given at once", async () => {
		await Promise.all([
			stores.consents.give(agreed),
			stores.consents.give({ ...agreed, version: "2027-01" }),
		]);
		expect(await stores.consents.of("telegram:hoa")).toHaveLength(2);
	});
}
