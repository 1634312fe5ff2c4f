import { describe, expect, it } from "vitest";
import { readPhone } from "../../../src/conversation/reading/phone.js";

describe("a phone number", () => {
	it.each([
		["0912345678", "0912345678"],
		["0912 345 678", "0912345678"],
		["0912.345.678", "0912345678"],
		["+84912345678", "0912345678"],
		["84 912 345 678", "0912345678"],
		["0084912345678", "0912345678"],
		["(0233) 3852 529", "02333852529"],
		["số em là 0387654321 ạ", "0387654321"],
	])("%s → %s", (text, phone) =>
		expect(readPhone(text)).toEqual({ kind: "phone", phone }),
	);

	it.each(["045123456789", "045 123 456 789", "4111 1111 1111 1111"])(
		"%s is a card, not wanted here",
		(text) => expect(readPhone(text)).toEqual({ kind: "card" }),
	);

	it.each(["091234567", "0112345678", "1234567890", "không", "28/11/2026"])(
		"%s is none",
		(text) => expect(readPhone(text)).toEqual({ kind: "none" }),
	);
});
