import { Hono } from "hono";
import { cautionOf } from "../../knowledge/review.js";
import { fieldPage, fieldsPage, foundPage } from "./catalogue-pages.js";
import type { WebEnv } from "./client-address.js";
import { addressOfProcedure, byField, find, relativesOf } from "./entries.js";
import { parseText } from "./parse.js";
import type { WebParts } from "./parts.js";
import { legacyPage, procedurePage } from "./procedure-page.js";
import { NOT_FOUND, refuse, TOO_LONG, tooMany } from "./refusals.js";
import { newToken } from "./talk.js";

/** A question, not a letter; the search would cut it anyway. */
const LONGEST_QUERY = 200;

/** The procedures as pages: by field, by search, one by one. */
export function catalogueRoutes({
	knowledge,
	understand,
	limits,
	addressOf,
	office,
}: WebParts) {
	return new Hono<WebEnv>()
		.get("/thu-tuc", async (c) => {
			const raw = c.req.query("q")?.trim();
			if (raw) {
				const wait = await limits.request(addressOf(c));
				if (wait) return refuse(c, tooMany(wait), office());
				const query = parseText(raw);
				if (query.kind !== "ok" || query.value.length > LONGEST_QUERY) {
					return refuse(c, TOO_LONG, office());
				}
				const found = find(query.value, knowledge(), understand());
				return c.html(foundPage(query.value, found, office()));
			}
			const fields = byField(knowledge());
			const wanted = c.req.query("linh-vuc");
			if (wanted === undefined) return c.html(fieldsPage(fields, office()));
			const field = fields.find(({ slug }) => slug === wanted);
			return field
				? c.html(fieldPage(field, office()))
				: refuse(c, NOT_FOUND, office());
		})
		.get("/thu-tuc/:code/:case?", (c) => {
			const code = c.req.param("code");
			const named = c.req.param("case");
			const id = named === undefined ? code : `${code}#${named}`;
			const legacy = knowledge().legacy.get(id);
			const procedure = knowledge().procedures.get(id);
			if (legacy) {
				const now = knowledge().procedures.get(legacy.replacedBy ?? "");
				return c.html(legacyPage(legacy, now, office()));
			}
			if (!procedure) return refuse(c, NOT_FOUND, office());
			if (c.req.path !== addressOfProcedure(id)) {
				return c.redirect(addressOfProcedure(id), 301);
			}
			return c.html(
				procedurePage(procedure, {
					relatives: relativesOf(procedure, knowledge()),
					replaced: cautionOf(procedure, knowledge().replaced),
					turn: newToken(),
					office: office(),
				}),
			);
		});
}
