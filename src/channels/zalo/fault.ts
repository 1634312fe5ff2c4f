/** Zalo answered, and said no. The message names the call, never its address: the token is in it. */
export class ZaloRefusal extends Error {
	override readonly name = "ZaloRefusal";

	constructor(
		readonly method: string,
		/** Zalo's `error_code`; 0 when it gave none. */
		readonly code: number,
		readonly description: string,
		readonly waitSeconds?: number,
	) {
		super(`zalo: ${method} refused (${code}): ${description}`);
	}
}

/** Nothing came back that Zalo's API would say: a broken line, a proxy's page, no word in time. */
export class ZaloSilence extends Error {
	override readonly name = "ZaloSilence";

	constructor(
		readonly method: string,
		readonly why: string,
		/** Whether what was asked for may have been done all the same. */
		readonly taken: "no" | "perhaps",
	) {
		super(`zalo: ${method}: ${why}`);
	}
}

/** An empty poll ends with this one, and a send that nobody knows the outcome of. */
export const TIMED_OUT = 408;
export const TOKEN_REFUSED = 401;
export const QUOTA = 429;
/** setWebhook or testWebhook was called too often today. */
export const TOO_OFTEN_TODAY = 426;

export const isFault = (error: unknown): error is ZaloRefusal | ZaloSilence =>
	error instanceof ZaloRefusal || error instanceof ZaloSilence;

export const isRefusal = <Code extends number>(
	error: unknown,
	...codes: readonly Code[]
): error is ZaloRefusal & { readonly code: Code } =>
	error instanceof ZaloRefusal && codes.some((code) => code === error.code);

/** What the operator does about a refused token. */
export const TOKEN_REMEDY =
	"Zalo refused the token. Reset or copy it in Zalo Bot Creator, set ZALO_BOT_TOKEN and start again.";
