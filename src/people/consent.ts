/** What something is kept for: appointments, or to tell of an answer that was not there yet. */
export type Purpose = "booking" | "answer";

/** Proof that a person agreed (Law 91/2025/QH15): which text, when, where. */
export interface Consent {
	readonly person: string;
	/** What the data is for; one purpose, one consent. */
	readonly purpose: Purpose;
	/** The version of the text that was shown. */
	readonly version: string;
	readonly channel: string;
	readonly givenAt: Date;
	readonly withdrawnAt?: Date;
}

/** Where proof of consent is kept, apart from the data consented to. Durable once a promise resolves. */
export interface ConsentStore {
	give(consent: Consent): Promise<void>;
	/** All of them, or those for one purpose. */
	withdraw(person: string, at: Date, purpose?: Purpose): Promise<void>;
	/** The consent in force, if any. */
	current(
		person: string,
		purpose: Consent["purpose"],
	): Promise<Consent | undefined>;
	/** Every consent of a person, for their own view. */
	of(person: string): Promise<readonly Consent[]>;
}
