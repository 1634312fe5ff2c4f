import type { Context, MiddlewareHandler } from "hono";
import type { WebEnv } from "../channels/web/client-address.js";
import { refuse, tooMany } from "../channels/web/refusals.js";
import type { AuditAct } from "../people/audit.js";
import {
	type Actor,
	type Member,
	may,
	type Permission,
} from "../people/roles.js";
import { signInCookie } from "./cookie.js";
import type { DeskDeps } from "./parts.js";
import { notAllowedPage, signInFirstPage } from "./refusals.js";

/** What a route behind the gate finds in its context. */
export interface DeskEnv extends WebEnv {
	Variables: {
		actor: Actor;
		member: Member;
		/** One line in the audit list, for what only the route itself knows: `await c.var.note("visit-recorded", code, desk)`. */
		note: (act: AuditAct, subject: string, desk?: string) => Promise<void>;
	};
}

/** The route shows and changes nothing about any person, or notes by itself what it does. */
export const UNNOTED = "unnoted";

/** What the route does with personal data, and whose: noted each time it succeeds. */
export interface Noted {
	readonly act: AuditAct;
	/** The code of a booking, the day of a session; never the data. */
	readonly subject: (c: Context<DeskEnv>) => string | undefined;
	readonly desk?: (c: Context<DeskEnv>) => string | undefined;
}

interface Narrowed {
	/** The desk that the address names: then the permission is asked for that very desk. */
	readonly desk?: (c: Context<DeskEnv>) => string | undefined;
}

export type Requires = (
	permission: Permission,
	noted: Noted | typeof UNNOTED,
	narrowed?: Narrowed,
) => MiddlewareHandler<DeskEnv>;

const DECLARED = new WeakMap<object, Permission>();

/** The permission that a handler of `requires` asks for; undefined for any other handler. */
export const permissionOf = (handler: object): Permission | undefined =>
	DECLARED.get(handler);

/**
 * The only gate to the desk's pages. Each route says what it requires and what of it is noted, so that neither is
 * forgotten; a route that does not is not served at all (desk/index.ts).
 */
export function createGate(deps: DeskDeps): Requires {
	const { people, audit, clock, office, addressOf, publicUrl } = deps;
	const cookie = signInCookie(publicUrl);

	/** A cookie that stands for nobody is counted, and taken back, so that one that ran out is counted once. */
	const wrong = (c: Context<DeskEnv>) => {
		cookie.take(c);
		return people.door.wrongCookie(`web:${addressOf(c)}`);
	};

	return (permission, noted, narrowed) => {
		const gate: MiddlewareHandler<DeskEnv> = async (c, next) => {
			c.header("Cache-Control", "no-store");
			const held = cookie.of(c);
			const actor = await people.door.actorWith(held);
			if (actor.kind === "citizen") {
				const wait = held && (await wrong(c));
				if (wait) return refuse(c, tooMany(wait), office());
				if (c.req.method !== "GET")
					return c.html(signInFirstPage(office()), 401);
				const { pathname, search } = new URL(c.req.url);
				const back = encodeURIComponent(`${pathname}${search}`);
				return c.redirect(`/vao?next=${back}`, 303);
			}
			if (!may(actor, permission, narrowed?.desk?.(c))) {
				return c.html(notAllowedPage(office(), actor), 403);
			}
			const { member } = actor;
			c.set("actor", actor);
			c.set("member", member);
			c.set("note", (act, subject, desk) =>
				audit.note({
					at: clock(),
					by: member.id,
					act,
					subject,
					...(desk !== undefined && { desk }),
				}),
			);
			await next();
			if (noted === UNNOTED || c.res.status >= 400) return undefined;
			const subject = noted.subject(c);
			if (subject === undefined) return undefined;
			// Before the answer leaves: what could not be noted is not shown.
			await c.var.note(noted.act, subject, noted.desk?.(c));
			return undefined;
		};
		DECLARED.set(gate, permission);
		return gate;
	};
}
