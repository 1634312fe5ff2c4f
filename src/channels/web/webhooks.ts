import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Channel } from "../channel.js";
import { LARGEST_UPDATE } from "../webhook.js";
import type { WebEnv } from "./client-address.js";

/**
 * `POST /webhooks/telegram` and `/webhooks/zalo`. The body is handed on as it came, and whether it is looked at is up to
 * the channel, which sees the secret first. A platform learns nothing but the status.
 */
export function webhookRoutes(channels: readonly Channel[]) {
	const routes = new Hono<WebEnv>();
	for (const channel of channels) {
		if (!channel.webhook) continue;
		const limit = bodyLimit({
			maxSize: LARGEST_UPDATE,
			onError: (c) => c.body(null, 413),
		});
		routes.post(`/webhooks/${channel.name}`, limit, async (c) => {
			const body = new Uint8Array(await c.req.arrayBuffer());
			const status = await channel.webhook?.(c.req.raw.headers, body);
			return c.body(null, status ?? 503);
		});
	}
	return routes;
}
