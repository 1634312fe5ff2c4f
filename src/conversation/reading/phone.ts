export type PhoneReading =
	| { readonly kind: "phone"; readonly phone: string }
	/** Twelve digits as on an identity card (căn cước), or more as on a bank card: not wanted here. */
	| { readonly kind: "card" }
	| { readonly kind: "none" };

/** Mobile numbers have ten digits, landlines eleven with their area code. */
const PHONE = /^0(?:[35789]\d{8}|2\d{9})$/;

/** Reads a Vietnamese phone number as people write it: `0912 345 678`, `+84 912.345.678`, `(0233) 3852 529`. */
export function readPhone(text: string): PhoneReading {
	const found = text.match(/\+?[\d(][\d\s().-]{6,}\d/)?.[0];
	if (!found) return { kind: "none" };
	const digits = found.replace(/\D/g, "");
	const national = digits.replace(/^(?:0084|84)(?=\d{9,10}$)/, "0");
	if (PHONE.test(national)) return { kind: "phone", phone: national };
	return { kind: digits.length >= 12 ? "card" : "none" };
}
