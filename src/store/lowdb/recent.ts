import * as z from "zod";
import { createLanes } from "../../lanes.js";
import { StoreError } from "../store-error.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { LineLog, type Place } from "./line-log.js";
import { sharedWrite } from "./shared-write.js";

const Line = z.strictObject({
	key: z.string(),
	writtenAt: Instant,
	value: z.unknown(),
});

/** The last value of a key, and where it stands. */
export interface Kept {
	readonly key: string;
	readonly writtenAt: Date;
	readonly place: Place;
}

/** What was written last under each of some keys: durable once a promise resolves. */
export interface Recent {
	last(key: string): Kept | undefined;
	/** Undefined when there is none. */
	read(key: string): unknown;
	write(key: string, writtenAt: Date, value: unknown): Promise<void>;
	/** Not in any byte of the file any more, neither the last value nor those before it. */
	forget(key: string): Promise<void>;
	/** The one written longest ago comes first. */
	all(): Iterable<Kept>;
	/** These stand elsewhere now; those that were written since stay. */
	release(kept: readonly Kept[]): Promise<void>;
	/** What the last values take up, in bytes. */
	readonly bytes: number;
}

/** The file is written anew when less than half of it is in use; not for less than this. */
const WORTHWHILE_BYTES = 2 ** 20;

/** No person notices these, and at a thousand messages a second five share a flush that one or two would have had. */
const APART_MS = 5;

/** A log of values with, in memory, where the last of each key stands. What comes at the same time is flushed together. */
export async function openRecent(path: string, disk: Disk): Promise<Recent> {
	const { log, lines } = await LineLog.open(path, disk);
	const inLane = createLanes(1);
	disk.atClose(() => inLane(() => log.close()));
	const last = new Map<string, Kept>();
	/** Where earlier values of these keys still stand. */
	const before = new Map<string, Place[]>();
	let bytes = 0;

	function put(kept: Kept): void {
		const { key, place } = kept;
		const known = last.get(key);
		if (known) {
			const places = before.get(key);
			if (places) places.push(known.place);
			else before.set(key, [known.place]);
			drop(known);
		}
		last.set(key, kept);
		bytes += place.bytes;
	}

	function drop({ key, place }: Kept): void {
		last.delete(key);
		bytes -= place.bytes;
	}

	/** A line that does not read is the end of one that a kill cut short: what it said was never acknowledged. */
	for (const [place, line] of lines) {
		const read = parsed(line);
		if (read) put({ key: read.key, writtenAt: read.writtenAt, place });
	}

	async function rewrite(): Promise<void> {
		await log.keep([...last.values()].map(({ place }) => place));
		before.clear();
	}

	const append = sharedWrite<{ key: string; writtenAt: Date; line: string }>(
		(group) =>
			inLane(async () => {
				const places = await log.append(group.map(({ line }) => line));
				for (const [index, { key, writtenAt }] of group.entries()) {
					const place = places[index];
					if (place) put({ key, writtenAt, place });
				}
				if (log.size > 2 * bytes + WORTHWHILE_BYTES) void shrink();
			}),
		APART_MS,
	);

	/** Later will do as well. */
	const shrink = () => inLane(rewrite).catch(() => {});

	return {
		last: (key) => last.get(key),

		read(key) {
			const kept = last.get(key);
			if (!kept) return undefined;
			const read = parsed(log.read(kept.place));
			if (read?.key === key) return read.value;
			throw new StoreError(
				"unreadable",
				`${path} was changed by somebody else while it was in use. Start again to go on with what can be read of it.`,
			);
		},

		write: (key, writtenAt, value) =>
			append([
				{ key, writtenAt, line: JSON.stringify({ key, writtenAt, value }) },
			]),

		forget: (key) =>
			inLane(async () => {
				const kept = last.get(key);
				if (!kept) return;
				await log.blank([kept.place, ...(before.get(key) ?? [])]);
				before.delete(key);
				drop(kept);
			}),

		all: () => last.values(),

		release: (kept) =>
			inLane(async () => {
				const staying = kept.filter((one) => last.get(one.key) === one);
				for (const one of staying) drop(one);
				await rewrite();
			}),

		get bytes() {
			return bytes;
		},
	};
}

function parsed(line: string) {
	try {
		return Line.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined;
	}
}
