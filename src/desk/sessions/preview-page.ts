import { html } from "hono/html";
import { halfHours } from "../../booking/calendar.js";
import type { Markup } from "../../channels/web/layout.js";
import {
	calendarWords,
	hitsWords,
	hoursWords,
	plannedPlaces,
	sessionName,
	whyShutWords,
} from "../../conversation/wording/staff/sessions.js";
import type { Actor } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { atValue, SESSIONS } from "./at.js";
import { hitList, upper } from "./pieces.js";
import type { Prospect } from "./prospect.js";
import { type Wish, wishFields } from "./wish.js";

interface Preview {
	readonly office: string;
	readonly actor: Actor;
	readonly wish: Wish;
	readonly prospects: readonly Prospect[];
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

/** What a plan would do, each day with those it hits; the number is carried along to be confirmed. */
export const previewPage = (preview: Preview): Markup => {
	const { office, actor, wish, prospects } = preview;
	const possible = prospects.filter(({ impossible }) => !impossible);
	const hits = possible.reduce((sum, one) => sum + one.hits.length, 0);
	const what = wish.open ? "Mở hoặc sửa" : "Đóng";
	return deskPage({
		title: `Xem trước: ${what.toLocaleLowerCase("vi")}`,
		office,
		actor,
		at: "sessions",
		also: ["sessions.css"],
		body: html`<p class="trail"><a href="${SESSIONS}">Lịch các thứ Bảy</a></p>
<h1>${what} ${prospects.length} buổi: xem trước</h1>
${saidLine({ fault: preview.fault })}${saidLine({ done: preview.done })}
<p class="lead">Chưa đổi gì. Việc này <strong>${hitsWords(hits)}</strong>.${hits > 0 && " Mỗi người được báo một lần, kèm giờ khác để chọn."}</p>
${prospects.map((one) => prospectPart(one))}
${
	possible.length > 0 &&
	html`<form class="form" method="post" action="${SESSIONS}">
${wishFields(wish).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${possible.map(
	(one) => html`<input type="hidden" name="buoi" value="${atValue(one.at)}">
<input type="hidden" name="thay" value="${atValue(one.at)} ${one.hits.length}">`,
)}
<div class="acts"><button class="${!wish.open && "grave"}">${confirmLabel(wish, possible.length, hits)}</button>
<a class="button second" href="${SESSIONS}">Thôi, để nguyên</a></div>
</form>`
}
${possible.length === 0 && html`<p><a class="button" href="${SESSIONS}">Về lịch các thứ Bảy</a></p>`}`,
	});
};

const confirmLabel = ({ open }: Wish, sessions: number, hits: number) =>
	`${open ? "Xác nhận" : "Xác nhận đóng"} ${sessions} buổi${hits > 0 ? `, báo ${hits} người` : ""}`;

const prospectPart = ({ view, plan, hits, impossible }: Prospect): Markup => {
	if (impossible)
		return html`<section class="card"><h2>${upper(sessionName(view, true))}</h2>
<p>Không đổi được: ${whyShutWords(impossible)}.</p></section>`;
	const { desk, duties, row } = view;
	const places = plan.places ?? (duties.length || desk.placesPerHalfHour);
	return html`<section class="card"><h2>${upper(sessionName(view, true))}</h2>
${plan.open ? html`<p>Mở ${hoursWords(halfHours(desk, plan))}, ${plannedPlaces({ plan, places, duties })}.</p>` : html`<p>Đóng.</p>`}
${plan.open && row && html`<p class="calendar">${calendarWords(row)}</p>`}
${plan.note && html`<p class="note">Ghi chú: ${plan.note}</p>`}
<p><strong>${upper(hitsWords(hits.length))}</strong>${hits.length > 0 && ":"}</p>
${hits.length > 0 && hitList(hits)}</section>`;
};
