import type { Context } from "hono";
import type { Booking } from "../../booking/store.js";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import { phoneFor } from "../../people/phone.js";
import { desksWhere } from "../../people/roles.js";
import { dayAt } from "../../time.js";
import type { DeskEnv } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createSightings } from "../roster/sightings.js";
import { createShownOnce } from "../shown-once.js";
import { type At, atOf, sameAs } from "./at.js";
import { listPage } from "./list-page.js";
import { previewPage } from "./preview-page.js";
import type { Prospect } from "./prospect.js";
import { sessionPage } from "./session-page.js";
import type { Wish } from "./wish.js";

/** As far ahead as is planned in one go, or half a year. */
const WEEKS = [9, 26] as const;

export const deskAsked = (c: Context<DeskEnv>): string | undefined =>
	c.req.query("ban");

/** The pages of the Saturdays, for whoever asks; whose bookings they show is noted. */
export function createSessionPages({
	saturday,
	people,
	knowledge,
	office,
	clock,
}: DeskParts) {
	const notices = createShownOnce<readonly string[]>(clock);
	const isNewLook = createSightings(clock);
	const missing = (c: Context<DeskEnv>) => refuse(c, NOT_FOUND, office());
	const today = () => dayAt(clock());

	const phoneOf = (c: Context<DeskEnv>) => (booking: Booking) =>
		phoneFor(booking, {
			reader: c.var.member.id,
			concerned: booking.volunteer,
			today: today(),
		});

	/** A page that is looked at again in a while is one look. */
	const noteHits = async (c: Context<DeskEnv>, { day, desk }: At) => {
		if (isNewLook(c.var.member.id, `${day} ${desk}`))
			await c.var.note("hits-seen", day, desk);
	};

	const own = (c: Context<DeskEnv>) =>
		desksWhere(c.var.actor, "plan-sessions", knowledge().desks);

	const showList = async (
		c: Context<DeskEnv>,
		said: { fault?: string; chosen?: readonly string[] } = {},
	) => {
		const all = own(c);
		const asked = deskAsked(c);
		const desks = all.filter(({ id }) => asked === undefined || id === asked);
		if (desks.length === 0) return missing(c);
		const weeks =
			c.req.query("tuan") === String(WEEKS[1]) ? WEEKS[1] : WEEKS[0];
		const ids = new Set(desks.map(({ id }) => id));
		const sessions = (await saturday.sessions(today(), weeks)).filter(
			({ desk }) => ids.has(desk.id),
		);
		const hit = sessions.filter((view) => view.hit > 0);
		for (const view of hit) await noteHits(c, atOf(view));
		const warnings = await Promise.all(
			hit.map(async (view) => ({
				view,
				shutOut: await saturday.shutOut(view.desk.id, view.day),
			})),
		);
		return c.html(
			listPage({
				office: office(),
				actor: c.var.actor,
				desks,
				all,
				sessions,
				warnings,
				weeks,
				otherWeeks: weeks === WEEKS[0] ? WEEKS[1] : WEEKS[0],
				phone: phoneOf(c),
				done: notices.get(c.var.member.id, c.req.query("xem")),
				...said,
			}),
		);
	};

	const showSession = async (c: Context<DeskEnv>, at: At, fault?: string) => {
		const { desk, day } = at;
		const view = (await saturday.sessions(day, 1, desk)).find(sameAs(at));
		if (!view) return missing(c);
		const shutOut = await saturday.shutOut(desk, day);
		if (shutOut.length > 0) await noteHits(c, at);
		return c.html(
			sessionPage({
				office: office(),
				actor: c.var.actor,
				view,
				shutOut,
				members: await people.crew.members(),
				phone: phoneOf(c),
				done: notices.get(c.var.member.id, c.req.query("xem"))?.join(" "),
				fault,
			}),
		);
	};

	const showPreview = async (
		c: Context<DeskEnv>,
		wish: Wish,
		prospects: readonly Prospect[],
		said: { done?: string; fault?: string } = {},
	) => {
		for (const { at, hits } of prospects)
			if (hits.length > 0) await noteHits(c, at);
		return c.html(
			previewPage({
				...said,
				office: office(),
				actor: c.var.actor,
				wish,
				prospects,
			}),
			said.fault ? 409 : 200,
		);
	};

	return {
		missing,
		own,
		today,
		list: showList,
		session: showSession,
		preview: showPreview,
		/** For the page that follows: the sign by which it finds what was done. */
		keep: (c: Context<DeskEnv>, lines: readonly string[]) =>
			notices.put(c.var.member.id, lines),
	};
}
