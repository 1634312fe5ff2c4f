/** How long things may take. Tests pass shorter times. */
export interface Tempo {
	/** How long Zalo keeps an idle poll open. */
	readonly pollSeconds: number;
	/** How much longer than that a poll may take before it counts as hanging on a dead link. */
	readonly pollGraceMs: number;
	/** Any other call. Above the 10 s in which fetch gives up connecting, so that a blocked address counts as not sent. */
	readonly callMs: number;
	/** The first pause after a failure; it doubles from there. */
	readonly firstPauseMs: number;
	readonly longestPauseMs: number;
	/** Registering the webhook has a daily cap, of a size that Zalo does not tell. */
	readonly longestRegisterPauseMs: number;
	/** An idle answer takes the whole poll; from a server that gives it at once we ask no faster than this. */
	readonly idleMs: number;
	/** Before the one more try that a 403 gets. */
	readonly forbiddenPauseMs: number;
	/** What a 429 waits where Zalo does not say; it documents no figure. */
	readonly quotaSeconds: number;
}

export const TEMPO: Tempo = {
	pollSeconds: 30,
	pollGraceMs: 5_000,
	callMs: 15_000,
	firstPauseMs: 1_000,
	longestPauseMs: 30_000,
	longestRegisterPauseMs: 15 * 60_000,
	idleMs: 200,
	forbiddenPauseMs: 1_000,
	quotaSeconds: 60,
};
