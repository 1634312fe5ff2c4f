import { Hono } from "hono";
import type { WebEnv } from "./client-address.js";
import { parseChatRequest } from "./parse.js";
import type { WebParts } from "./parts.js";
import { refuse, TOO_LONG, tooMany, withinBodyLimit } from "./refusals.js";

/** `POST /api/chat`: the same conversation for programs. */
export const apiRoutes = ({ talk, addressOf, office }: WebParts) =>
	new Hono<WebEnv>().post("/api/chat", withinBodyLimit(office), async (c) => {
		const request = parseChatRequest(await c.req.text());
		if (request.kind === "bad") return c.json({ error: request.error }, 400);
		if (request.kind === "too-long") return refuse(c, TOO_LONG, office());
		const { conversation, text } = request.value;
		const said = await talk(addressOf(c), conversation, text);
		if (said.kind === "too-many") {
			return refuse(c, tooMany(said.retryAfter), office());
		}
		return c.json({ conversation: said.conversation, replies: said.replies });
	});
