import * as z from "zod";
import type { Api } from "./api.js";
import { ApiFault } from "./fault.js";
import type { Me } from "./groups.js";
import { READ } from "./parse.js";

/** Where Telegram is to bring updates to. */
export interface Webhook {
	readonly url: string;
	/** Telegram repeats it in a header, so that nobody else can bring us any. */
	readonly secret: string;
}

const GetMe = z.object({ id: z.int(), username: z.string() });

/**
 * Makes Telegram and us agree on how updates come: by webhook, or by polling, which a webhook would prevent. What waits
 * at Telegram is not dropped.
 */
export async function connect(
	api: Api,
	webhook: Webhook | undefined,
	signal: AbortSignal,
): Promise<Me> {
	const me = GetMe.safeParse(await api.call("getMe", {}, signal));
	if (!me.success) {
		const why = "the answer is not a bot's description";
		throw new ApiFault("getMe", { kind: "down", why });
	}
	if (webhook) {
		const { url, secret } = webhook;
		await api.call(
			"setWebhook",
			{ url, secret_token: secret, allowed_updates: READ },
			signal,
		);
	} else {
		await api.call("deleteWebhook", {}, signal);
	}
	return me.data;
}
