import { Hono } from "hono";
import type { WebEnv } from "../channels/web/client-address.js";
import { ourForms } from "../channels/web/our-forms.js";
import { withinBodyLimit } from "../channels/web/refusals.js";
import { figuresRoutes } from "./figures/routes.js";
import { createGate, permissionOf } from "./gate.js";
import { homeRoutes } from "./home.js";
import type { DeskDeps, DeskParts } from "./parts.js";

/** The pages of those who work at the desks: `/ban`, `/quan-tri` and the way in, `/vao`. */
export function createDeskRoutes(deps: DeskDeps): Hono<WebEnv> {
	const parts: DeskParts = { ...deps, requires: createGate(deps) };
	const rooms = [
		homeRoutes(parts),
		figuresRoutes(parts),
		// One line a room; each is `xxxRoutes(parts)`.
	];

	const desk = new Hono<WebEnv>();
	for (const path of ["/ban/*", "/quan-tri/*", "/vao/*"]) {
		desk.use(path, ourForms(parts.publicUrl), withinBodyLimit(parts.office));
	}
	for (const room of rooms) {
		refuseUngated(room.routes);
		desk.route("/", room);
	}
	return desk;
}

interface Route {
	readonly method: string;
	readonly path: string;
	readonly handler: object;
}

/**
 * A route of a room that asks for no permission is a mistake, and is not served to anybody.
 * @throws {Error} at the start, naming it
 */
function refuseUngated(routes: readonly Route[]): void {
	const gated = new Set(
		routes.filter(({ handler }) => permissionOf(handler)).map(nameOf),
	);
	const open = routes.map(nameOf).filter((name) => !gated.has(name));
	if (open.length > 0) {
		throw new Error(
			`routes of the desk without requires(…): ${open.join(", ")}`,
		);
	}
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
