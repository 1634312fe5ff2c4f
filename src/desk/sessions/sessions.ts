import { type Context, Hono } from "hono";
import { refuse } from "../../channels/web/refusals.js";
import {
	numberChanged,
	plannedWords,
	planRefused,
	sessionName,
} from "../../conversation/wording/staff/sessions.js";
import { may } from "../../people/roles.js";
import { LocalDate } from "../../time.js";
import { ticked } from "../form.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { NOT_ALLOWED } from "../refusals.js";
import {
	listAddress,
	PREVIEW,
	readAt,
	SESSIONS,
	sessionAddress,
} from "./at.js";
import { type Prospect, prospectsOf } from "./prospect.js";
import { createSessionPages, deskAsked } from "./show.js";
import { readSeen, readWish, type Wish, type WishFault } from "./wish.js";

/** `/quan-tri/lich`: the Saturdays, planned in two steps: what it would do, then doing it if it still does just that. */
export function sessionsRoutes(parts: DeskParts) {
	const { saturday, office, requires } = parts;
	const show = createSessionPages(parts);
	const plans = requires("plan-sessions", UNNOTED, { desk: deskAsked });

	/** A form that cannot be read is shown again where it came from: of one session on its page, of several on the list. */
	const showFault = (
		c: Context<DeskEnv>,
		sent: Readonly<Record<string, unknown>>,
		fault: WishFault,
	) => {
		const [only, other] = ticked(sent.buoi).flatMap(
			(value) => readAt(value) ?? [],
		);
		const isOnItsPage =
			sent.nguyen !== undefined &&
			only &&
			!other &&
			show.own(c).some(({ id }) => id === only.desk);
		return isOnItsPage
			? show.session(c, only, FAULT[fault])
			: show.list(c, { fault: FAULT[fault], chosen: ticked(sent.buoi) });
	};

	/** The wish, if every session of it is one that this member may plan. */
	const foreseen = async (
		c: Context<DeskEnv>,
		wish: Wish,
	): Promise<readonly Prospect[] | "not-allowed" | undefined> => {
		const allowed = wish.sessions.every(({ desk }) =>
			may(c.var.actor, "plan-sessions", desk),
		);
		return allowed ? prospectsOf(saturday, wish, show.today()) : "not-allowed";
	};

	/** Each day in one step; what changed on the way is shown anew. */
	const carryOut = async (
		c: Context<DeskEnv>,
		wish: Wish,
		prospects: readonly Prospect[],
	) => {
		const lines: string[] = [];
		const changed: Prospect[] = [];
		for (const one of prospects) {
			const { at, view, plan, hits } = one;
			const outcome = await saturday.plan(at.desk, at.day, plan, hits.length);
			const name = sessionName(view, true);
			if (outcome.kind === "changed")
				changed.push({ ...one, hits: outcome.hits });
			else if (outcome.kind === "refused")
				lines.push(planRefused(name, outcome.why));
			else {
				await c.var.note("session-planned", at.day, at.desk);
				lines.push(plannedWords(outcome, name, view, wish.open));
			}
		}
		if (changed.length > 0)
			return show.preview(
				c,
				{ ...wish, sessions: changed.map(({ at }) => at) },
				changed,
				{
					done: lines.join(" "),
					fault: numberChanged(sum(changed)),
				},
			);
		const [only, other] = prospects;
		const place =
			only && !other
				? `${sessionAddress(only.at)}&`
				: listAddress(wish.sessions);
		return c.redirect(`${place}xem=${show.keep(c, lines)}`, 303);
	};

	return new Hono<DeskEnv>()
		.get(SESSIONS, plans, (c) => show.list(c))
		.get(PREVIEW, plans, async (c) => {
			const sent = parametersOf(c);
			const wish = readWish(sent);
			if (typeof wish === "string") return showFault(c, sent, wish);
			const prospects = await foreseen(c, wish);
			if (prospects === "not-allowed") return refuse(c, NOT_ALLOWED, office());
			return prospects ? show.preview(c, wish, prospects) : show.missing(c);
		})
		.post(SESSIONS, plans, async (c) => {
			const sent = await c.req.parseBody({ all: true }).catch(() => ({}));
			const wish = readWish(sent);
			if (typeof wish === "string") return showFault(c, sent, wish);
			const prospects = await foreseen(c, wish);
			if (prospects === "not-allowed") return refuse(c, NOT_ALLOWED, office());
			if (!prospects) return show.missing(c);
			const seen = readSeen(sent);
			const isAsSeen = prospects.every(
				({ at, hits, impossible }) => !impossible && seen(at) === hits.length,
			);
			return isAsSeen
				? carryOut(c, wish, prospects)
				: show.preview(c, wish, prospects, {
						fault: numberChanged(sum(prospects)),
					});
		})
		.get(`${SESSIONS}/:day`, plans, (c) => {
			const day = LocalDate.safeParse(c.req.param("day")).data;
			const [only, other] = show.own(c);
			const desk = deskAsked(c) ?? (other ? undefined : only?.id);
			return day && desk ? show.session(c, { desk, day }) : show.missing(c);
		});
}

/** As a form's body is read: one value, or several of the same name. */
const parametersOf = (c: Context): Readonly<Record<string, unknown>> =>
	Object.fromEntries(
		Object.entries(c.req.queries()).map(([name, values]) => [
			name,
			name === "buoi" ? values : values[0],
		]),
	);

const sum = (prospects: readonly Prospect[]) =>
	prospects.reduce((total, { hits }) => total + hits.length, 0);

const FAULT: Readonly<Record<WishFault, string>> = {
	"no-sessions": "Anh/chị đánh dấu ít nhất một thứ Bảy rồi bấm lại.",
	"too-many": "Nhiều buổi quá cho một lần. Anh/chị chọn tối đa 60 buổi.",
	hours:
		"Giờ chưa đúng: mỗi khoảng cần cả giờ đầu và giờ cuối, dài ít nhất 30 phút, và không chồng lên nhau. Chưa đổi gì.",
	places: "Số chỗ mỗi nửa giờ là một số từ 1 đến 100. Chưa đổi gì.",
};
