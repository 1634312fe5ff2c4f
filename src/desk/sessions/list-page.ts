import { html } from "hono/html";
import type { SessionView, ShutOut } from "../../booking/saturday-desk.js";
import type { Booking } from "../../booking/store.js";
import type { Markup } from "../../channels/web/layout.js";
import { showDay } from "../../conversation/wording/show.js";
import {
	hitCause,
	progressWords,
} from "../../conversation/wording/staff/sessions.js";
import type { Desk } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { atOf, atValue, PREVIEW, SESSIONS, sessionAddress } from "./at.js";
import { facts, toldCounts, upper } from "./pieces.js";
import { planFields } from "./plan-form.js";
import { toldPart } from "./told-part.js";

/** A session that people have booked who will find it shut. */
export interface Warning {
	readonly view: SessionView;
	readonly shutOut: readonly ShutOut[];
}

interface SessionsList {
	readonly office: string;
	readonly actor: Actor;
	/** Those whose sessions are listed. */
	readonly desks: readonly Desk[];
	/** Those that may be listed. */
	readonly all: readonly Desk[];
	readonly sessions: readonly SessionView[];
	readonly warnings: readonly Warning[];
	readonly weeks: number;
	/** How many weeks can be looked at besides. */
	readonly otherWeeks: number;
	readonly phone: (booking: Booking) => string | undefined;
	readonly done?: readonly string[] | undefined;
	readonly fault?: string | undefined;
	/** Ticked already. */
	readonly chosen?: readonly string[];
}

/** The coming Saturdays of each desk. */
export const listPage = (list: SessionsList): Markup => {
	const { office, actor, desks, all, sessions, fault, done = [] } = list;
	return deskPage({
		title: "Lịch các thứ Bảy",
		office,
		actor,
		at: "sessions",
		also: ["sessions.css"],
		body: html`<h1>Lịch các thứ Bảy</h1>
${saidLine({ fault })}
${done.length > 0 && html`<div class="done" role="status">${done.map((line) => html`<p>${line}</p>`)}</div>`}
${list.warnings.map((warning) => warningPart(warning, all.length > 1, list.phone))}
${all.length > 1 && chooseDesk(all, desks)}
<p>Đánh dấu một hay nhiều buổi, rồi <a href="#doi">mở, sửa hoặc đóng</a> ở cuối trang.</p>
<form method="get" action="${PREVIEW}">
${desks.map(
	(desk) =>
		html`<section aria-labelledby="ban-${desk.id}"><h2 id="ban-${desk.id}">${desk.name}</h2>
<ul class="sessions">${sessions.filter((view) => view.desk.id === desk.id).map((view) => sessionItem(view, list.chosen))}</ul></section>`,
)}
<p><a href="${weeksAddress(list)}">Xem ${list.otherWeeks} tuần tới</a></p>
<section class="card form" id="doi" aria-labelledby="doi-ten"><h2 id="doi-ten">Các buổi đã đánh dấu</h2>
${planFields()}
<div class="acts"><button name="viec" value="mo">Mở hoặc sửa…</button>
<button class="grave" name="viec" value="dong">Đóng…</button></div>
<p class="note">Bước sau cho xem trước ai bị ảnh hưởng; chưa đổi gì cho đến khi anh/chị xác nhận.</p>
</section>
</form>`,
	});
};

const sessionItem = (
	view: SessionView,
	chosen: readonly string[] = [],
): Markup => {
	const value = atValue(atOf(view));
	return html`<li class="session" data-open="${view.shut ? "no" : "yes"}">
<div class="which"><label class="tick"><input type="checkbox" name="buoi" value="${value}"${chosen.includes(value) && html` checked`}> <strong>${upper(showDay(view.day))}</strong></label>
<a href="${sessionAddress(atOf(view))}">Chi tiết<span class="quiet"> ${showDay(view.day)}, ${view.desk.name}</span></a></div>
${facts(view)}
</li>`;
};

const warningPart = (
	{ view, shutOut }: Warning,
	several: boolean,
	phone: (booking: Booking) => string | undefined,
): Markup =>
	html`<section class="caution" aria-label="Lịch hẹn ở giờ không mở, ${showDay(view.day)}">
<details><summary>${upper(showDay(view.day))}${several && `, ${view.desk.name}`}. ${hitCause(view)}: ${progressWords(toldCounts(shutOut))}.</summary>
${toldPart(view, shutOut, phone)}
</details>
<p><a href="${sessionAddress(atOf(view))}">Xem buổi này</a></p></section>`;

const chooseDesk = (all: readonly Desk[], shown: readonly Desk[]): Markup =>
	html`<nav class="acts" aria-label="Bàn"><a href="${SESSIONS}"${shown.length > 1 && html` aria-current="page"`}>Mọi bàn</a>
${all.map(
	({ id, name }) =>
		html`<a href="${SESSIONS}?${new URLSearchParams({ ban: id })}"${shown.length === 1 && shown[0]?.id === id && html` aria-current="page"`}>${name}</a>`,
)}</nav>`;

const weeksAddress = ({ desks, all, otherWeeks }: SessionsList): string =>
	`${SESSIONS}?${new URLSearchParams({
		...(desks.length < all.length && desks[0] && { ban: desks[0].id }),
		tuan: String(otherWeeks),
	})}`;
