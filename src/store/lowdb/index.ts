import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type * as z from "zod";
import { type Clock, dayAt } from "../../time.js";
import { StoreError } from "../store-error.js";
import type { Stores } from "../stores.js";
import { openAsked } from "./asked.js";
import { openAudit } from "./audit.js";
import { openBookings } from "./bookings.js";
import { openConsents } from "./consents.js";
import { Disk } from "./disk.js";
import { lockFolder } from "./folder-lock.js";
import { openFollowers } from "./followers.js";
import { openHistory } from "./history.js";
import { openInbox } from "./inbox.js";
import { openLetters } from "./letters.js";
import { openQuestions } from "./questions.js";
import { openReach } from "./reach.js";
import { openSaturdayFiles } from "./saturdays.js";
import { openSessions } from "./sessions.js";
import { openTeam } from "./team.js";
import { openUsage } from "./usage.js";

/**
 * Everything in files below one folder, for one process. Rejects with a `StoreError` when another process uses the
 * folder, or when a Saturday of the last 30 days or ahead cannot be read.
 */
export async function openLowdb<State>(
	dataDir: string,
	{ clock, state }: { readonly clock: Clock; readonly state: z.ZodType<State> },
): Promise<Stores<State>> {
	const folder = (name: string) => join(dataDir, name);
	await makePrivate(dataDir, folder("lock"));
	const unlock = await lockFolder(folder("lock"), dataDir);
	try {
		const disk = await Disk.open(folder("tmp"));
		for (const name of ["sessions", "consents"])
			await disk.folder(folder(name));
		const saturdays = await openSaturdayFiles(folder("bookings"), disk);
		const inbox = await openInbox(folder("inbox"), disk, clock);
		const letters = await openLetters(folder("letters"), disk);
		const questions = await openQuestions(folder("questions"), disk);
		const followers = await openFollowers(folder("followers.json"), disk);
		const reach = await openReach(folder("unreachable.json"), disk);
		const team = await openTeam(folder("team.json"), disk);
		const audit = await openAudit(folder("audit"), disk);
		const history = await openHistory(folder("history"), disk);
		const bookings = await openBookings(saturdays, dayAt(clock()));
		return {
			bookings,
			sessions: await openSessions(folder("sessions"), disk, clock, state),
			consents: openConsents(folder("consents"), disk),
			inbox,
			reach,
			letters,
			usage: openUsage(folder("zalo-usage.json"), disk),
			questions,
			followers,
			asked: await openAsked(folder("asked"), disk),
			team,
			audit,
			history,
			writable: () => disk.writable(),
			close: async () => {
				await bookings.idle();
				await disk.close();
				await unlock();
			},
		};
	} catch (error) {
		await unlock();
		throw error;
	}
}

/** Names and phone numbers are for the one user the bot runs as. */
async function makePrivate(dataDir: string, lock: string): Promise<void> {
	try {
		await mkdir(lock, { recursive: true, mode: 0o700 });
		await chmod(dataDir, 0o700);
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		throw new StoreError(
			"write-failed",
			`${dataDir} cannot be used for data (${code}). Set DATA_DIR to a folder that the bot's own user owns.`,
			{ cause },
		);
	}
}
