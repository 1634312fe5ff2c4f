import type { Consent } from "../people/consent.js";

/** All that one person agreed to and withdrew, oldest first. Proof is added to, never taken away. */
export type ConsentRecord = readonly Consent[];

export const withdrawnAt = (
	record: ConsentRecord,
	at: Date,
	purpose?: Consent["purpose"],
): ConsentRecord =>
	record.map((consent) =>
		purpose === undefined || consent.purpose === purpose
			? { withdrawnAt: at, ...consent }
			: consent,
	);

/** The latest text that was agreed to and not withdrawn. */
export const inForce = (
	record: ConsentRecord,
	purpose: Consent["purpose"],
): Consent | undefined =>
	record.findLast(
		(consent) =>
			consent.purpose === purpose && consent.withdrawnAt === undefined,
	);
