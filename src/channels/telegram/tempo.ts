/** How long things may take. Tests pass shorter times. */
export interface Tempo {
	/** How long Telegram keeps an idle poll open. */
	readonly pollSeconds: number;
	/** A poll that has not ended by then hangs on a dead link (telegraf would wait for 505 s). */
	readonly pollMs: number;
	/** Any other call. */
	readonly callMs: number;
	/** Below `callMs`, so that a blocked address is told from an answer that got lost. */
	readonly connectMs: number;
	/** Telegram closes idle connections; one that we close first is not written to while it is being closed. */
	readonly idleMs: number;
	/** The first pause after a failure; it doubles from there. */
	readonly firstPauseMs: number;
	readonly longestPauseMs: number;
	/** The poll of a process that was just killed stays open this long at Telegram, and ours gets 409. */
	readonly conflictMs: number;
}

export const TEMPO: Tempo = {
	pollSeconds: 50,
	pollMs: 65_000,
	callMs: 15_000,
	connectMs: 8_000,
	idleMs: 20_000,
	firstPauseMs: 1_000,
	longestPauseMs: 30_000,
	conflictMs: 55_000,
};
