import type { ConsentStore } from "../../people/consent.js";
import { type ConsentRecord, inForce, withdrawnAt } from "../consent-record.js";

export function memoryConsents(): ConsentStore {
	const records = new Map<string, ConsentRecord>();
	const recordOf = (person: string) => records.get(person) ?? [];
	return {
		give: async (consent) => {
			records.set(consent.person, [...recordOf(consent.person), consent]);
		},
		withdraw: async (person, at, purpose) => {
			records.set(person, withdrawnAt(recordOf(person), at, purpose));
		},
		current: async (person, purpose) => inForce(recordOf(person), purpose),
		of: async (person) => recordOf(person),
	};
}
