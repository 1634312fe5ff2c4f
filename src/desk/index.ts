import { Hono } from "hono";
import type { WebEnv } from "../channels/web/client-address.js";
import { ourForms } from "../channels/web/our-forms.js";
import { withinBodyLimit } from "../channels/web/refusals.js";
import { accessRoutes } from "./access/access.js";
import { accountRoutes } from "./account/account.js";
import { auditRoutes } from "./audit/audit.js";
import { dutiesRoutes } from "./duties/duties.js";
import { figuresRoutes } from "./figures/routes.js";
import { createGate, type DeskEnv, permissionOf } from "./gate.js";
import { homeRoutes } from "./home.js";
import { knowledgeRoutes } from "./knowledge/knowledge.js";
import type { DeskDeps, DeskParts } from "./parts.js";
import { questionsRoutes } from "./questions/questions.js";
import { reviewRoutes } from "./review/review.js";
import { rosterRoutes } from "./roster/index.js";
import { sessionsRoutes } from "./sessions/sessions.js";
import { teamRoutes } from "./team/team.js";

/** A room hands its routes over, each behind the gate. */
export type Room = (parts: DeskParts) => Hono<DeskEnv>;

const ROOMS: readonly Room[] = [
	homeRoutes,
	rosterRoutes,
	dutiesRoutes,
	sessionsRoutes,
	teamRoutes,
	auditRoutes,
	accountRoutes,
	figuresRoutes,
	questionsRoutes,
	reviewRoutes,
	knowledgeRoutes,
	// One line a room.
];

/** The pages of those who work at the desks: `/ban`, `/quan-tri` and the way in, `/vao`. */
export function createDeskRoutes(
	deps: DeskDeps,
	rooms: readonly Room[] = ROOMS,
): Hono<WebEnv> {
	const parts: DeskParts = { ...deps, requires: createGate(deps) };
	const desk = new Hono<WebEnv>();
	for (const path of ["/ban/*", "/quan-tri/*", "/vao/*"]) {
		desk.use(path, ourForms(parts.publicUrl), withinBodyLimit(parts.office));
	}
	desk.route("/", accessRoutes(parts)); // open to all: it is the way in
	for (const room of rooms) {
		const routes = room(parts);
		refuseUngated(routes.routes);
		desk.route("/", routes);
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
	const first = new Map(
		routes.toReversed().map((route) => [nameOf(route), route.handler]),
	);
	const open = [...first].flatMap(([name, handler]) =>
		permissionOf(handler) ? [] : name,
	);
	if (open.length > 0) {
		throw new Error(
			`routes of the desk without requires(…): ${open.join(", ")}`,
		);
	}
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
