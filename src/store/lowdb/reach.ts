import { Low } from "lowdb";
import * as z from "zod";
import type { ReachStore } from "../../outbox/reach.js";
import type { Disk } from "./disk.js";
import { hashedName } from "./hashed.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const People = z.array(z.string());

/** As an earlier version wrote them; nobody's hash has a colon. */
const isOpen = (person: string) => person.includes(":");

/**
 * One small file, read once: few people block a bot that only answers. They stand there as hashes: it outlives all else
 * that is kept about them.
 */
export async function openReach(path: string, disk: Disk): Promise<ReachStore> {
	const inTurn = createTurns();
	const file = new Low<string[]>(
		new JsonFile<string[]>(disk, path, People),
		[],
	);
	await file.read();
	let lost: ReadonlySet<string> = new Set(file.data);
	if (file.data.some(isOpen)) {
		file.data = file.data.map((one) => (isOpen(one) ? hashedName(one) : one));
		await file.write();
		lost = new Set(file.data);
	}

	const change = (next: (before: ReadonlySet<string>) => Iterable<string>) =>
		inTurn(path, async () => {
			const after = new Set(next(lost));
			if (after.size === lost.size) return;
			file.data = [...after];
			await file.write();
			lost = after;
		});

	return {
		isLost: async (person) => lost.has(hashedName(person)),
		lose: (person) => change((before) => [...before, hashedName(person)]),
		find: async (person) => {
			const name = hashedName(person);
			if (!lost.has(name)) return; // nearly always, and not worth a turn
			await change((before) => [...before].filter((one) => one !== name));
		},
	};
}
