import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import {
	type Letter,
	LetterContent,
	type LetterStore,
} from "../../outbox/letter.js";
import type { Disk } from "./disk.js";
import { hashedName } from "./hashed.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const LetterFile: z.ZodType<Letter> = z.strictObject({
	id: z.string(),
	to: z.string(),
	content: LetterContent,
	createdAt: Instant,
	notAfter: Instant,
});

/** One small file for each letter, removed when it was sent; all of them in memory, because they are few and short-lived. */
export async function openLetters(
	folder: string,
	disk: Disk,
): Promise<LetterStore> {
	const inTurn = createTurns();
	await disk.folder(folder);
	const pathOf = (id: string) => join(folder, hashedName(id));
	const fileAt = (path: string) =>
		new Low<Letter | null>(
			new JsonFile<Letter | null>(disk, path, LetterFile),
			null,
		);

	const read = await Promise.all(
		(await readdir(folder)).map(async (name) => {
			const file = fileAt(join(folder, name));
			await file.read();
			return file.data ?? [];
		}),
	);
	const letters = new Map(
		read
			.flat()
			.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
			.map((letter) => [letter.id, letter]),
	);

	const add = (letter: Letter) =>
		inTurn(letter.id, async () => {
			if (letters.has(letter.id)) return;
			const file = fileAt(pathOf(letter.id));
			file.data = letter;
			await file.write();
			letters.set(letter.id, letter);
		});
	const drop = (id: string) =>
		inTurn(id, async () => {
			await disk.remove(pathOf(id));
			letters.delete(id);
		});
	const dropAll = async (isGone: (letter: Letter) => boolean) => {
		const gone = [...letters.values()].filter(isGone);
		await Promise.all(gone.map(({ id }) => drop(id)));
		return gone.length;
	};

	return {
		add: async (added) => void (await Promise.all(added.map(add))),
		waiting: async () => [...letters.values()],
		find: async (id) => letters.get(id),
		done: drop,
		forget: async (person) => void (await dropAll(({ to }) => to === person)),
		dropLate: (now) => dropAll(({ notAfter }) => notAfter <= now),
	};
}
