import type { Scene } from "../../scene.js";
import { consentVersion } from "../../wording/book.js";

/** Whether the text as it reads today was agreed to. */
export async function hasAgreed({ consents, person, knowledge }: Scene) {
	const consent = await consents.current(person, "booking");
	return consent?.version === consentVersion(knowledge.office);
}

/** Keeps the proof: which text, when, on which channel. */
export const giveConsent = ({ consents, person, now, knowledge }: Scene) =>
	consents.give({
		person,
		purpose: "booking",
		version: consentVersion(knowledge.office),
		channel: person.split(":")[0] ?? person,
		givenAt: now,
	});
