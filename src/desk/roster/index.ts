import { Hono } from "hono";
import type { DeskEnv } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createShownOnce } from "../shown-once.js";
import { createDeskBook } from "./desk-book.js";
import type { Notice } from "./notice.js";
import { readRoutes } from "./read.js";
import { recordRoutes } from "./record.js";
import { walkInRoutes } from "./walk-in.js";

/** `/ban`: the volunteers' list of who comes, read and written on. */
export function rosterRoutes(parts: DeskParts) {
	const book = createDeskBook(parts);
	const notices = createShownOnce<Notice>(parts.clock);
	return new Hono<DeskEnv>()
		.route("/", readRoutes(parts, book, notices))
		.route("/", recordRoutes(parts, book, notices))
		.route("/", walkInRoutes(parts, book, notices));
}
