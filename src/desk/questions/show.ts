import type { Context } from "hono";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import { showMonth } from "../../conversation/wording/show.js";
import { type Group, GroupId } from "../../questions/book.js";
import type { GroupView } from "../../questions/desk.js";
import { addMonths, dayAt, LocalDate } from "../../time.js";
import type { DeskEnv } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createShownOnce } from "../shown-once.js";
import { groupAddress, QUESTIONS } from "./at.js";
import { groupPage } from "./group-page.js";
import { listPage } from "./list-page.js";
import { nearest } from "./target.js";

/** As long as questions are kept. */
const KEPT_MONTHS = 12;

/** How the group stands, so that a form can tell whether somebody ended it meanwhile. */
export const stateOf = ({ settled }: Group): string =>
	settled ? `${settled.as} ${settled.on} ${settled.by}` : "";

export type QuestionPages = ReturnType<typeof createQuestionPages>;

/** The pages of what could not be answered, and the ways back to them. */
export function createQuestionPages({
	questions,
	knowledge,
	understand,
	office,
	clock,
}: Pick<
	DeskParts,
	"questions" | "knowledge" | "understand" | "office" | "clock"
>) {
	const notices = createShownOnce<{ done?: string; fault?: string }>(clock);
	const said = (c: Context<DeskEnv>) =>
		notices.get(c.var.member.id, c.req.query("xem"));
	const toList = (
		c: Context<DeskEnv>,
		notice: { done?: string; fault?: string },
	) =>
		c.redirect(
			`${QUESTIONS}?ky=tat-ca&xem=${notices.put(c.var.member.id, notice)}`,
			303,
		);

	return {
		missing: (c: Context<DeskEnv>) => refuse(c, NOT_FOUND, office()),

		/** The group that the address names. */
		async find(c: Context<DeskEnv>): Promise<GroupView | undefined> {
			const id = GroupId.safeParse(c.req.param("group")).data;
			return id === undefined ? undefined : questions.find(id);
		},

		async list(c: Context<DeskEnv>) {
			const whole = c.req.query("ky") === "tat-ca";
			const today = dayAt(clock());
			const first = LocalDate.parse(`${today.slice(0, 7)}-01`);
			const since = whole ? addMonths(today, -KEPT_MONTHS) : first;
			return c.html(
				listPage({
					office: office(),
					actor: c.var.actor,
					knowledge: knowledge(),
					groups: await questions.open(whole ? undefined : since),
					asked: await questions.asked(since),
					whole,
					month: showMonth(today),
					...said(c),
				}),
			);
		},

		group(
			c: Context<DeskEnv>,
			view: GroupView,
			again: {
				readonly fault?: string;
				readonly ticked?: readonly string[];
			} = {},
		) {
			const texts = view.group.wordings.map(({ text }) => text);
			const sought = c.req.query("tim")?.trim().slice(0, 200) ?? "";
			return c.html(
				groupPage({
					office: office(),
					actor: c.var.actor,
					knowledge: knowledge(),
					view,
					near: nearest(understand(), sought ? [sought] : texts),
					sought,
					ticked: again.ticked ?? texts,
					...said(c),
					...(again.fault !== undefined && { fault: again.fault }),
				}),
				again.fault === undefined ? 200 : 422,
			);
		},

		/** The group is done with: back to the others. */
		ended(
			c: Context<DeskEnv>,
			{ followers }: GroupView,
			done: string,
			tells: boolean,
		) {
			const told =
				tells && followers > 0
					? ` ${followers} người nhờ báo sẽ được báo.`
					: "";
			return toList(c, { done: done + told });
		},

		/** Somebody else was faster, or the same form came twice. */
		endedMeanwhile(c: Context<DeskEnv>, { group }: GroupView) {
			const notice = notices.put(c.var.member.id, {
				fault:
					"Nhóm này vừa được xử lý xong, nên lần bấm này không đổi gì. Anh/chị xem lại dưới đây.",
			});
			return c.redirect(`${groupAddress(group.id)}?xem=${notice}`, 303);
		},
	};
}
