import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import { pause, pauseAfter } from "../pause.js";
import { createTrouble } from "../trouble.js";
import { ApiFault } from "./fault.js";
import { isTokenRefused, TOKEN_REFUSED } from "./outcome.js";
import type { Tempo } from "./tempo.js";

export interface Life {
	/** Makes sure that updates can come. */
	connect(): Promise<void>;
	/** One poll; absent when Telegram brings the updates. */
	readonly poll?: () => Promise<void>;
	readonly tempo: Tempo;
	readonly clock: Clock;
	readonly log: Log;
	readonly chance: () => number;
	readonly signal: AbortSignal;
}

/**
 * Keeps the channel alive through every failure, until it is stopped or its token is refused. Never rejects: nothing
 * that goes wrong here may end the process.
 */
export async function live(life: Life): Promise<void> {
	const { connect, poll, tempo, clock, log, chance, signal } = life;
	const trouble = (words: string) =>
		createTrouble(`telegram: ${words}`, log, clock, "telegram: works again");
	const away = trouble("no updates for now, trying again");
	const shared = trouble(
		"somebody else receives this bot's updates; is it running twice?",
	);
	let connected = false;
	let failures = 0;
	while (!signal.aborted) {
		try {
			if (!connected) await connect();
			connected = true;
			if (poll) await poll();
			failures = 0;
			away.over();
			shared.over();
			if (!poll) return;
		} catch (error) {
			if (signal.aborted) return;
			const code = codeOf(error);
			if (code !== undefined && isTokenRefused(code)) {
				log.error({ err: error }, TOKEN_REFUSED);
				return;
			}
			// Another process polls, or somebody set a webhook: then it has to be taken away again.
			if (code === 409) connected = false;
			(code === 409 ? shared : away).again({ err: error });
			await pause(pauseFor(error, failures++, tempo, chance()), signal);
		}
	}
}

const codeOf = (error: unknown): number | undefined =>
	error instanceof ApiFault && error.fault.kind === "refused"
		? error.fault.code
		: undefined;

function pauseFor(
	error: unknown,
	failures: number,
	tempo: Tempo,
	chance: number,
): number {
	const pausing = pauseAfter(failures, tempo, chance);
	if (!(error instanceof ApiFault) || error.fault.kind !== "refused") {
		return pausing;
	}
	const { code, retryAfter = 0 } = error.fault;
	return Math.max(pausing, code === 409 ? tempo.conflictMs : retryAfter * 1000);
}
