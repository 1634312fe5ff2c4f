import { Low } from "lowdb";
import * as z from "zod";
import type { Consent, ConsentStore } from "../../people/consent.js";
import { type ConsentRecord, inForce, withdrawnAt } from "../consent-record.js";
import type { Disk } from "./disk.js";
import { hashedPath } from "./hashed.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const ConsentFile: z.ZodType<Consent[]> = z.array(
	z.strictObject({
		person: z.string(),
		purpose: z.literal("booking"),
		version: z.string(),
		channel: z.string(),
		givenAt: Instant,
		withdrawnAt: Instant.exactOptional(),
	}),
);

/** One small file for each person, apart from bookings: the proof outlives what was consented to. */
export function openConsents(folder: string, disk: Disk): ConsentStore {
	const inTurn = createTurns();

	const recordOf = async (person: string) => {
		const path = hashedPath(folder, person);
		const record = new Low<ConsentRecord>(
			new JsonFile<ConsentRecord>(disk, path, ConsentFile),
			[],
		);
		await record.read();
		return record;
	};
	const change = (
		person: string,
		rule: (record: ConsentRecord) => ConsentRecord,
	) =>
		inTurn(person, async () => {
			const record = await recordOf(person);
			record.data = rule(record.data);
			await record.write();
		});

	return {
		give: (consent) => change(consent.person, (record) => [...record, consent]),
		withdraw: (person, at) =>
			change(person, (record) => withdrawnAt(record, at)),
		current: async (person, purpose) =>
			inForce((await recordOf(person)).data, purpose),
		of: async (person) => (await recordOf(person)).data,
	};
}
