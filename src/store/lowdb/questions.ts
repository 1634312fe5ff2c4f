import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import {
	type Act,
	type Book,
	Group,
	type Month,
	monthOfGroup,
	Ratings,
} from "../../questions/book.js";
import type { QuestionStore } from "../../questions/store.js";
import type { Disk } from "./disk.js";
import { JsonFile } from "./json-file.js";
import { sharedWrite } from "./shared-write.js";

const Page = z.strictObject({
	last: z.int().min(0),
	ratings: Ratings,
	groups: z.array(Group).readonly(),
});
type Page = z.infer<typeof Page>;
const NO_PAGE: Page = { last: 0, ratings: {}, groups: [] };

const FILE = /^(\d{4}-\d{2})\.json$/;

/** Tries an act on a book; whoever asked for it hears when the book was written, or was not. */
interface Waiting {
	try(book: Book): { readonly book: Book; readonly changed: readonly Month[] };
	settle(): void;
	fail(error: unknown): void;
}

/**
 * A file for each month, with the groups that began in it. Changes that come while one is written share the next write.
 * Where one act changes several months and a file fails, the months before it may be ahead of the book: they hold a
 * count too many, never too few, and the next write puts them right.
 */
export async function openQuestions(
	folder: string,
	disk: Disk,
): Promise<QuestionStore> {
	await disk.folder(folder);
	const pageOf = (month: Month) =>
		new Low<Page>(
			new JsonFile<Page>(disk, join(folder, `${month}.json`), Page),
			NO_PAGE,
		);
	let book = await readBook();

	async function readBook(): Promise<Book> {
		const months = (await readdir(folder)).flatMap(
			(name) => (name.match(FILE)?.[1] ?? []) as Month | [],
		);
		const pages = await Promise.all(
			months.sort().map(async (month) => {
				const page = pageOf(month);
				await page.read();
				return [month, page.data] as const;
			}),
		);
		return {
			groups: new Map(
				pages.flatMap(([, { groups }]) =>
					groups.map((group) => [group.id, group] as const),
				),
			),
			months: new Map(
				pages.map(([month, { last, ratings }]) => [month, { last, ratings }]),
			),
		};
	}

	async function writeMonth(month: Month, { groups, months }: Book) {
		const page = pageOf(month);
		page.data = {
			...(months.get(month) ?? { last: 0, ratings: {} }),
			groups: [...groups.values()].filter(
				({ id }) => monthOfGroup(id) === month,
			),
		};
		await page.write();
	}

	const commit = sharedWrite<Waiting>(async (waiting) => {
		let next = book;
		const changed = new Set<Month>();
		const tried = waiting.filter((one) => {
			try {
				const step = one.try(next);
				next = step.book;
				for (const month of step.changed) changed.add(month);
				return true;
			} catch (error) {
				one.fail(error); // it fails alone
				return false;
			}
		});
		try {
			for (const month of changed) await writeMonth(month, next);
		} catch (error) {
			for (const one of tried) one.fail(error);
			return;
		}
		book = next;
		for (const one of tried) one.settle();
	});

	return {
		read: async () => book,
		change: <Outcome>(act: Act<Outcome>) =>
			new Promise<Outcome>((resolve, fail) => {
				let outcome: Outcome;
				const waiting: Waiting = {
					try(before) {
						const step = act(before);
						outcome = step.outcome;
						return step;
					},
					settle: () => resolve(outcome),
					fail,
				};
				commit([waiting]).catch(fail);
			}),
	};
}
