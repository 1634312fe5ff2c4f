import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { showDate } from "../../conversation/wording/show.js";
import { deskName } from "../../conversation/wording/staff/team.js";
import { type AuditEntry, type Month, monthOf } from "../../people/audit.js";
import { may } from "../../people/roles.js";
import { dayAt, timeAt } from "../../time.js";
import type { DeskEnv } from "../gate.js";
import { deskPage } from "../page.js";
import type { DeskParts } from "../parts.js";
import { showAct } from "./wording.js";

const LIST = "/quan-tri/nhat-ky";
/** The team as a whole: nothing more to say. */
const EVERYBODY = "nhom";
/** As many lines as a page can bear; older ones are in the month's file. */
const MOST = 500;

/** `/quan-tri/nhat-ky`: who saw or changed personal data, of the desks that this administrator has. */
export function auditRoutes(parts: DeskParts) {
	const { audit, people, knowledge, office, clock, requires } = parts;
	const asked = (c: Context): Month => {
		const month = c.req.query("thang") ?? "";
		return /^\d{4}-\d{2}$/.test(month) ? (month as Month) : monthOf(clock());
	};
	const seen = requires("see-audit", {
		act: "audit-seen",
		subject: (c) => asked(c),
	});

	return new Hono<DeskEnv>().get(LIST, seen, async (c) => {
		const month = asked(c);
		const names = new Map(
			(await people.crew.members()).map(({ id, name }) => [id, name]),
		);
		const theirs = (await audit.list(month)).filter(({ desk }) =>
			may(c.var.actor, "see-audit", desk ?? null),
		);
		const newest = theirs.slice(-MOST).reverse();
		const months = await audit.months();
		const line = ({ at, by, act, subject, desk }: AuditEntry) =>
			html`<li><span class="count">${timeAt(at)} ngày ${showDate(dayAt(at))}</span><br>
<strong>${names.get(by) ?? by}</strong> ${showAct(act)}${subject !== EVERYBODY && html`: ${names.get(subject) ?? subject}`}${desk && html` <span class="count">(${deskName(knowledge(), desk)})</span>`}</li>`;
		return c.html(
			deskPage({
				title: "Nhật ký",
				office: office(),
				actor: c.var.actor,
				at: "audit",
				body: html`<h1>Nhật ký</h1>
<p>Ai đã xem hoặc sửa dữ liệu cá nhân, lúc nào, việc gì. Không ghi nội dung dữ liệu. Người đã rời nhóm chỉ còn mã.</p>
<form class="acts" method="get" action="${LIST}"><label for="thang">Tháng</label>
<select id="thang" name="thang">${[...new Set([month, ...months])].map(
					(one) =>
						html`<option value="${one}"${one === month && html` selected`}>${one.split("-").reverse().join("/")}</option>`,
				)}</select> <button class="second">Xem</button></form>
${theirs.length > newest.length && html`<p class="note">Hiện ${newest.length} dòng mới nhất trong ${theirs.length}.</p>`}
<ol class="list" reversed>${newest.map(line)}</ol>`,
			}),
		);
	});
}
