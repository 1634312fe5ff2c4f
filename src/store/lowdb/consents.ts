import { Low } from "lowdb";
import * as z from "zod";
import type { Consent, ConsentStore } from "../../people/consent.js";
import { type ConsentRecord, inForce, withdrawnAt } from "../consent-record.js";
import type { Disk } from "./disk.js";
import { hashedPath } from "./hashed.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

type Kept = Omit<Consent, "person">;

/** Whose it is stands in no file: a conversation's own consents are found by its key, and nobody by their consents. */
const ConsentFile: z.ZodType<Kept[]> = z.array(
	z.object({
		purpose: z.enum(["booking", "answer"]),
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
		const file = new Low<Kept[]>(
			new JsonFile<Kept[]>(disk, path, ConsentFile),
			[],
		);
		await file.read();
		const record: ConsentRecord = file.data.map((kept) => ({
			person,
			...kept,
		}));
		return { file, record };
	};
	const change = (
		person: string,
		rule: (record: ConsentRecord) => ConsentRecord,
	) =>
		inTurn(person, async () => {
			const { file, record } = await recordOf(person);
			file.data = rule(record).map(({ person: _, ...kept }) => kept);
			await file.write();
		});

	return {
		give: (consent) => change(consent.person, (record) => [...record, consent]),
		withdraw: (person, at, purpose) =>
			change(person, (record) => withdrawnAt(record, at, purpose)),
		current: async (person, purpose) =>
			inForce((await recordOf(person)).record, purpose),
		of: async (person) => (await recordOf(person)).record,
	};
}
