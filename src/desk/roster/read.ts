import { type Context, Hono } from "hono";
import { html } from "hono/html";
import {
	NOT_FOUND,
	type Refusal,
	refuse,
	tooMany,
	wantsFragment,
} from "../../channels/web/refusals.js";
import { may } from "../../people/roles.js";
import { mayTakeAlong, sessionToOpen } from "../../people/rosters.js";
import { dayAt, timeAt } from "../../time.js";
import { signInCookie } from "../cookie.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { askedOf, deskAsked } from "./asked.js";
import { type At, atOf } from "./at.js";
import type { DeskBook } from "./desk-book.js";
import { createLive } from "./live.js";
import type { Notices } from "./notice.js";
import { noSessionPage, rosterPage, rosterPart } from "./page.js";
import { printFile, printPage } from "./printed.js";
import { createSightings } from "./sightings.js";

const TOO_EARLY: Refusal = {
	status: 409,
	heading: "Chưa đến thứ Sáu",
	words:
		"Bản tải về có từ 00:00 thứ Sáu trước buổi trực, để không cũ. Trước lúc đó anh/chị xem ở trang bàn trực.",
};
/** After so many seconds another page may have been closed. */
const FULL_SECONDS = 60;

/** Who comes when, about what: read, followed, printed, taken along. */
export function readRoutes(parts: DeskParts, book: DeskBook, notices: Notices) {
	const { requires, people, saturday, knowledge, clock } = parts;
	const { office, publicUrl, closing } = parts;
	const cookie = signInCookie(publicUrl);
	const live = createLive({ saturday, closing });
	const isNewLook = createSightings(clock);
	const notFound = (c: Context) => refuse(c, NOT_FOUND, office());
	const mayRead = requires("see-roster", UNNOTED, { desk: deskAsked });

	/** The session that the address names whole, if the member may read it. */
	const opened = async (c: Context<DeskEnv>) => {
		const { day, desk } = askedOf(c);
		return day && desk ? book.open(c.var.member, { day, desk }) : undefined;
	};
	const made = ({ day }: Pick<At, "day">) => ({
		day: dayAt(clock()),
		time: timeAt(clock()),
		takeAlong: mayTakeAlong(day, dayAt(clock())),
	});

	return new Hono<DeskEnv>()
		.get("/ban", mayRead, async (c) => {
			const { actor, member, note } = c.var;
			const asked = askedOf(c);
			const sessions = await book.sessions(actor);
			const fitting = sessions.filter(
				({ day, desk }) =>
					(asked.day ?? day) === day && (asked.desk ?? desk.id) === desk.id,
			);
			const session = sessionToOpen(fitting, dayAt(clock()));
			const reading = session && (await book.open(member, atOf(session)));
			if (!reading) {
				return (asked.day ?? asked.desk)
					? notFound(c)
					: c.html(noSessionPage(actor, member, knowledge(), office()));
			}
			const { day, desk } = reading.roster;
			const isNew = isNewLook(member.id, `${day} ${desk.id}`);
			// A page that keeps itself up to date goes on being looked at.
			if (isNew || !wantsFragment(c)) await note("roster-seen", day, desk.id);
			return wantsFragment(c)
				? c.html(html`${rosterPart(reading)}`)
				: c.html(
						rosterPage(reading, {
							actor,
							sessions,
							notice: notices.get(member.id, c.req.query("xem")),
						}),
					);
		})
		.get("/ban/live", mayRead, async (c) => {
			const { day, desk } = askedOf(c);
			if (!day || !desk) return notFound(c);
			const following = live.follow(
				c,
				{ day, desk },
				c.var.member.id,
				async () =>
					may(await people.door.actorWith(cookie.of(c)), "see-roster", desk),
			);
			return following ?? refuse(c, tooMany(FULL_SECONDS), office());
		})
		.get(
			"/ban/:day/in",
			requires("see-roster", noted("roster-printed"), { desk: deskAsked }),
			async (c) => {
				const reading = await opened(c);
				return reading
					? c.html(printPage(reading, made(reading.roster)))
					: notFound(c);
			},
		)
		.get(
			"/ban/:day/danh-sach.html",
			requires("see-roster", noted("roster-downloaded"), { desk: deskAsked }),
			async (c) => {
				const reading = await opened(c);
				if (!reading) return notFound(c);
				const { day, desk } = reading.roster;
				if (!made(reading.roster).takeAlong) {
					return refuse(c, TOO_EARLY, office());
				}
				c.header(
					"Content-Disposition",
					`attachment; filename="danh-sach-${desk.id}-${day}.html"`,
				);
				return c.html(printFile(reading, made(reading.roster)));
			},
		);
}

const noted = (act: "roster-printed" | "roster-downloaded") => ({
	act,
	subject: (c: Context<DeskEnv>) => askedOf(c).day,
	desk: deskAsked,
});
