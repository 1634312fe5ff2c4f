import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { readCode } from "../../booking/code.js";
import type { Booking } from "../../booking/store.js";
import {
	NOT_FOUND,
	type Refusal,
	refuse,
	wantsFragment,
} from "../../channels/web/refusals.js";
import {
	forwardedWords,
	NO_SUCH_VISITOR,
	recordedWords,
} from "../../conversation/wording/staff/roster.js";
import { may } from "../../people/roles.js";
import { isWithinReach } from "../../people/rosters.js";
import { dayAt } from "../../time.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { type At, rosterAddress } from "./at.js";
import type { DeskBook } from "./desk-book.js";
import type { Notice, Notices } from "./notice.js";
import { rosterPart } from "./page.js";
import { readVisitForm, type VisitTap } from "./visit-form.js";

const NO_SUCH_TAP: Refusal = {
	status: 400,
	heading: "Chưa ghi được",
	words: "Trang này có thể đã cũ. Anh/chị mở lại trang bàn trực rồi bấm lại.",
};
const NOBODY: Refusal = { ...NOT_FOUND, heading: NO_SUCH_VISITOR };

/** What a volunteer notes of a visitor with one tap. */
export function recordRoutes(
	parts: DeskParts,
	book: DeskBook,
	notices: Notices,
) {
	const { requires, saturday, findBooking, people, clock, office } = parts;

	/** Of another desk's booking, and of one long past, it is not told whether there is one. */
	async function ownBooking(c: Context<DeskEnv>): Promise<Booking | undefined> {
		const code = readCode(c.req.param("code") ?? "");
		const booking = code && (await findBooking(code));
		return booking &&
			may(c.var.actor, "record-visit", booking.desk) &&
			isWithinReach(booking.day, dayAt(clock()))
			? booking
			: undefined;
	}

	async function record(
		{ var: { member, note } }: Context<DeskEnv>,
		{ code, desk }: Booking,
		tap: VisitTap,
	): Promise<string> {
		if (tap.kind === "forward") {
			const outcome = await saturday.forward(code, tap.to);
			if (outcome.kind === "forwarded")
				await note("booking-forwarded", code, desk);
			const members = await people.crew.members();
			return forwardedWords(
				outcome,
				members.find(({ id }) => id === tap.to)?.name,
			);
		}
		const outcome = await saturday.record(code, tap, member.id);
		if (outcome.kind === "recorded") {
			const act = tap.kind === "undo" ? "visit-undone" : "visit-recorded";
			await note(act, code, desk);
		}
		return recordedWords(outcome);
	}

	return new Hono<DeskEnv>().post(
		"/ban/khach/:code",
		requires("record-visit", UNNOTED),
		async (c) => {
			const booking = await ownBooking(c);
			if (!booking) return refuse(c, NOBODY, office());
			const tap = readVisitForm(await c.req.parseBody().catch(() => ({})));
			if (!tap) return refuse(c, NO_SUCH_TAP, office());
			const words = await record(c, booking, tap);
			return backToList(c, book, notices, booking, {
				words,
				code: booking.code,
			});
		},
	);
}

/** Back to the list, which says what came of it; for the page's script only the list itself. */
export async function backToList(
	c: Context<DeskEnv>,
	book: DeskBook,
	notices: Notices,
	{ desk, day }: At,
	notice: Notice,
): Promise<Response> {
	const { member } = c.var;
	const at = { desk, day };
	const reading = wantsFragment(c) && (await book.open(member, at));
	if (reading) return c.html(html`${rosterPart(reading, notice)}`);
	const shown = notices.put(member.id, notice);
	return c.redirect(
		`${rosterAddress(at)}&xem=${shown}#${notice.code ?? "danh-sach"}`,
		303,
	);
}
