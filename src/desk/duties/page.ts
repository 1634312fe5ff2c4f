import { html } from "hono/html";
import type { SessionView } from "../../booking/saturday-desk.js";
import type { Markup } from "../../channels/web/layout.js";
import { showDay } from "../../conversation/wording/show.js";
import {
	companyWords,
	DUTY_LABEL,
	hoursWords,
	shutForYou,
} from "../../conversation/wording/staff/sessions.js";
import type { Actor, Member } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { fieldBoxes, saidLine } from "../pieces.js";
import { DUTIES, dutyAddress } from "./at.js";

interface Duties {
	readonly office: string;
	readonly actor: Actor;
	readonly member: Member;
	readonly sessions: readonly SessionView[];
	readonly members: readonly Member[];
	/** All there are. */
	readonly fields: readonly string[];
	readonly done?: string | undefined;
}

/** The coming Saturdays as a volunteer sees them, and what they know. */
export const dutiesPage = (duties: Duties): Markup => {
	const { office, actor, member, sessions, members, fields } = duties;
	const several = new Set(sessions.map(({ desk }) => desk.id)).size > 1;
	return deskPage({
		title: "Lịch trực",
		office,
		actor,
		at: "duties",
		also: ["sessions.css"],
		body: html`<h1>Lịch trực</h1>
${saidLine(duties)}
${sessions.length === 0 && html`<p>Chưa có thứ Bảy nào mở để nhận trực.</p>`}
<ul class="sessions">${sessions.map((view) => dutyItem(view, member, members, several))}</ul>
<section class="card"><h2>Lĩnh vực tôi biết</h2>
<p>Khách hỏi lĩnh vực nào thì được xếp cho người biết lĩnh vực đó, nếu có người.</p>
<form class="form" method="post" action="${DUTIES}/linh-vuc">
${fieldBoxes("Lĩnh vực tôi biết", fields, member.fields)}
<button>Lưu</button>
</form></section>`,
	});
};

const dutyItem = (
	view: SessionView,
	{ id }: Member,
	members: readonly Member[],
	several: boolean,
): Markup => {
	const { day, desk, duties, gaps, shut, hours } = view;
	const mine = duties.some(({ member }) => member === id);
	const names = duties.flatMap(({ member }) =>
		member === id ? [] : (members.find((one) => one.id === member)?.name ?? []),
	);
	const isShut = shut !== undefined && shut.kind !== "too-far";
	const name = `${showDay(day)}${several ? `, ${desk.name}` : ""}`;
	const acts = mine
		? (["drop-out"] as const)
		: gaps.length > 0
			? (["relieve"] as const)
			: (["serve"] as const);
	return html`<li class="session" data-open="${mine ? "yes" : "no"}" id="${day}-${desk.id}">
<h2>${name.charAt(0).toLocaleUpperCase("vi") + name.slice(1)}</h2>
${
	isShut
		? html`<p>Buổi này ${shutForYou(shut)}.</p>`
		: html`<p>${hoursWords(hours)}${view.plan?.note && ` · ${view.plan.note}`}</p>
<p>${sentence(companyWords(mine, names, gaps.length))}</p>
<form class="acts" method="post" action="${dutyAddress({ desk: desk.id, day })}">${acts.map(
				(act) =>
					html`<button class="${act === "drop-out" && "second"}" name="viec" value="${act}">${DUTY_LABEL[act]}<span class="quiet">: ${name}</span></button>`,
			)}</form>`
}</li>`;
};

const sentence = (text: string) =>
	`${text.charAt(0).toLocaleUpperCase("vi")}${text.slice(1)}.`;
