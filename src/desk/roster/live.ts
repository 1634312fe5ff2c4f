import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { SaturdayDesk } from "../../booking/saturday-desk.js";
import type { MemberId } from "../../booking/session.js";
import type { At } from "./at.js";

/** Shorter than proxies wait for a silent answer (60 s); as long as a page stays open after its member signed out elsewhere. */
const BEAT_MS = 15_000;
/** A phone, a laptop and a few pages of each; browsers themselves open six. */
const MOST_OF_ONE = 6;
/** Of all members together: each stream costs a socket. */
const MOST = 300;
/** How soon a browser tries again when the line is cut. */
const RETRY_MS = 2_000;

export interface Live {
	/**
	 * Tells a page that something changed in its session, and nothing else: what changed is asked for anew, through the
	 * gate. Undefined when too many such pages are open.
	 */
	follow(
		c: Context,
		to: At,
		by: MemberId,
		stillMay: () => Promise<boolean>,
	): Response | undefined;
}

/** The pages that are open and are told of changes; all end when `closing` is aborted. */
export function createLive({
	saturday,
	closing,
	beatMs = BEAT_MS,
}: {
	readonly saturday: Pick<SaturdayDesk, "onChange">;
	readonly closing: AbortSignal;
	readonly beatMs?: number;
}): Live {
	const open = new Map<MemberId, number>();
	let all = 0;

	function enter(by: MemberId): (() => void) | undefined {
		const own = open.get(by) ?? 0;
		if (own >= MOST_OF_ONE || all >= MOST || closing.aborted) return undefined;
		open.set(by, own + 1);
		all++;
		return () => {
			all--;
			const left = (open.get(by) ?? 1) - 1;
			if (left > 0) open.set(by, left);
			else open.delete(by);
		};
	}

	return {
		follow(c, to, by, stillMay) {
			const leave = enter(by);
			if (!leave) return undefined;
			c.header("X-Accel-Buffering", "no"); // a proxy that gathers would hold the news back
			return streamSSE(c, async (stream) => {
				const news = createNews(beatMs);
				const unfollow = saturday.onChange((desk, day) => {
					if (desk === to.desk && day === to.day) news.arrive();
				});
				closing.addEventListener("abort", news.end);
				stream.onAbort(news.end);
				try {
					await stream.write(`retry: ${RETRY_MS}\n\n`);
					for await (const what of news) {
						if (!(await stillMay())) return;
						if (what === "changed") await stream.writeSSE({ data: "changed" });
						else await stream.write(":\n\n");
					}
				} finally {
					news.end();
					unfollow();
					closing.removeEventListener("abort", news.end);
					leave();
				}
			});
		},
	};
}

interface News extends AsyncIterable<"changed" | "beat"> {
	readonly arrive: () => void;
	readonly end: () => void;
}

/** `changed` once for all that arrived since it was last asked, `beat` when nothing did for so long. */
function createNews(beatMs: number): News {
	let changed = false;
	let over = false;
	let wake = () => {};
	const sleep = () =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, beatMs);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	return {
		arrive() {
			changed = true;
			wake();
		},
		end() {
			over = true;
			wake();
		},
		async *[Symbol.asyncIterator]() {
			while (!over) {
				if (!changed) await sleep();
				if (over) return;
				const what = changed ? "changed" : "beat";
				changed = false;
				yield what;
			}
		},
	};
}
