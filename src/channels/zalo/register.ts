import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import { pause, pauseAfter } from "../pause.js";
import { createTrouble } from "../trouble.js";
import type { Verification, ZaloClient } from "./client.js";
import { isFault, isRefusal, TOKEN_REFUSED, TOO_OFTEN_TODAY } from "./fault.js";
import type { Tempo } from "./tempo.js";

export interface WebhookSettings {
	/** Where Zalo posts to; https, and reachable from the world. */
	readonly url: string;
	readonly secret: string;
}

interface Around {
	readonly client: Pick<ZaloClient, "setWebhook">;
	readonly webhook: WebhookSettings;
	readonly tokenRefused: () => void;
	readonly signal: AbortSignal;
	readonly tempo: Tempo;
	readonly clock: Clock;
	readonly log: Log;
	readonly chance: () => number;
}

/** Tells Zalo where to post, until it has heard it; then says whether Zalo could reach the address. */
export async function register({
	client,
	webhook: { url, secret },
	tokenRefused,
	signal,
	tempo,
	clock,
	log,
	chance,
}: Around): Promise<void> {
	const trouble = createTrouble(
		"the webhook cannot be registered with Zalo",
		log,
		clock,
	);
	while (!signal.aborted) {
		try {
			const { verification } = await client.setWebhook(url, secret, signal);
			return report(verification, url, log);
		} catch (error) {
			if (signal.aborted) return;
			if (!isFault(error)) throw error;
			if (isRefusal(error, TOKEN_REFUSED)) return tokenRefused();
			if (isRefusal(error, TOO_OFTEN_TODAY)) {
				log.warn(
					"Zalo takes no more registrations today; the address it has stays in force",
				);
				return;
			}
			if (isRefusal(error, 400, 404)) {
				log.error(
					{ reason: error.message },
					"Zalo does not take our webhook: PUBLIC_URL must be https and public, ZALO_WEBHOOK_SECRET of 8 to 256 letters, digits, _ or -",
				);
				return;
			}
			const count = trouble.again({ reason: error.message });
			const longestPauseMs = tempo.longestRegisterPauseMs;
			const pauses = { ...tempo, longestPauseMs };
			await pause(pauseAfter(count - 1, pauses, chance()), signal);
		}
	}
}

function report(
	verification: Verification | undefined,
	url: string,
	log: Log,
): void {
	if (verification === undefined || verification.ok) {
		log.info({ url, verified: verification?.ok ?? "not told" }, "webhook set");
		return;
	}
	const { outcome, hint } = verification;
	log.error({ url, outcome, hint }, `webhook set, but ${unverified(outcome)}`);
}

/** Zalo keeps an address that it cannot reach, and says so only here. */
export const unverified = (outcome = ""): string =>
	/403|blocked/.test(outcome)
		? "Zalo's call was refused on its way: behind Cloudflare, turn Browser Integrity Check off for this path"
		: "Zalo could not reach it: open the address from outside, look at its certificate and DNS";
