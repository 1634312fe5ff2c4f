import { html } from "hono/html";
import type { SessionView } from "../../booking/saturday-desk.js";
import type { Markup } from "../../channels/web/layout.js";
import { turnField } from "../../channels/web/render.js";
import { newToken } from "../../channels/web/talk.js";
import { showDay } from "../../conversation/wording/show.js";
import {
	linesOf,
	progressLine,
	totalsLine,
} from "../../conversation/wording/staff/roster.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Actor, Member } from "../../people/roles.js";
import { mayTakeAlong } from "../../people/rosters.js";
import { greeting, placesList } from "../home.js";
import { deskPage } from "../page.js";
import {
	type At,
	atOf,
	atValue,
	fileAddress,
	liveAddress,
	printAddress,
	rosterAddress,
	walkInAddress,
} from "./at.js";
import { visitorCard } from "./line.js";
import type { Notice } from "./notice.js";
import type { Reading } from "./reader.js";
import { LONGEST_NAME, LONGEST_WORDS } from "./visit-form.js";

/** Who comes to one session, by hour. */
export const rosterPage = (
	reading: Reading,
	{
		actor,
		sessions,
		notice,
	}: {
		readonly actor: Actor;
		readonly sessions: readonly SessionView[];
		readonly notice: Notice | undefined;
	},
): Markup => {
	const { roster } = reading;
	const at = { desk: roster.desk.id, day: roster.day };
	return deskPage({
		title: `Bàn trực, ${showDay(roster.day)}`,
		office: reading.office,
		actor,
		at: "home",
		also: ["roster.css", "roster.js"],
		body: html`<h1>${upper(showDay(roster.day))}</h1>
<p class="lead">${roster.desk.name}${roster.desk.place && `, ${roster.desk.place}`}</p>
${choose(sessions, at)}
<div id="danh-sach" data-page="${rosterAddress(at)}" data-live="${liveAddress(at)}">${rosterPart(reading, notice)}</div>
<p id="song" class="status" role="status"></p>
${walkInForm(reading, at)}
${takeAlong(reading, at)}
${waysOn(actor, reading.reader, reading.knowledge)}`,
	});
};

/** The part of the page that changes while the session goes on. */
export function rosterPart(reading: Reading, notice?: Notice): Markup {
	const { roster, reader } = reading;
	const progress = progressLine(roster);
	const shown = roster.hours.filter(({ lines }) => lines.length > 0);
	const near = shown.some(({ lines }) =>
		lines.some(({ booking }) => booking.code === notice?.code),
	);
	return html`${notice && !near && html`<p class="done" role="status">${notice.words}</p>`}
<p><strong>${totalsLine(roster, reader.id)}</strong>${progress && html`<br>${progress}`}</p>
${roster.plan?.note && html`<p class="caution">${roster.plan.note}</p>`}
${linesOf(roster).length === 0 && html`<p>Chưa có ai đặt lịch buổi này.</p>`}
${shown.map(
	({ time, lines }) =>
		html`<section aria-labelledby="gio-${time}"><h2 id="gio-${time}">${time}</h2>
${lines.map((line) =>
	visitorCard(
		reading,
		line,
		line.booking.code === notice?.code ? notice?.words : undefined,
	),
)}</section>`,
)}`;
}

/** No session at all: that is said, and where else one may go. */
export const noSessionPage = (
	actor: Actor,
	member: Member,
	knowledge: Knowledge,
	office: string,
): Markup =>
	deskPage({
		title: "Bàn trực",
		office,
		actor,
		at: "home",
		body: html`<h1>Bàn trực</h1>
<p>Chưa có buổi nào để xem: không có thứ Bảy nào mở sắp tới, và 30 ngày qua không có ai đến.</p>
${waysOn(actor, member, knowledge)}`,
	});

function choose(sessions: readonly SessionView[], at: At): Markup {
	if (sessions.length < 2) return html``;
	const several = new Set(sessions.map(({ desk }) => desk.id)).size > 1;
	return html`<form class="choose" method="get" action="/ban">
<label for="buoi">Buổi</label>
<div class="row">
<select id="buoi" name="buoi">${sessions.map((session) => {
		const value = atValue(atOf(session));
		const label = `${showDay(session.day)}${several ? `, ${session.desk.name}` : ""} (${session.booked})`;
		return html`<option value="${value}"${value === atValue(at) && html` selected`}>${label}</option>`;
	})}</select>
<button class="second">Xem</button>
</div>
</form>`;
}

const walkInForm = ({ roster, today }: Reading, at: At): Markup =>
	today === roster.day && roster.shut === undefined
		? html`<details class="card" id="khach-moi">
<summary>Khách không hẹn</summary>
<form class="form" method="post" action="${walkInAddress(at)}">
${turnField(newToken())}
<div><label for="ten-khach">Tên gọi, nếu khách đồng ý cho ghi</label>
<input id="ten-khach" name="name" maxlength="${LONGEST_NAME}" autocomplete="off"></div>
<div><label for="viec-khach">Việc cần hỏi, bằng vài chữ</label>
<input id="viec-khach" name="words" maxlength="${LONGEST_WORDS}" autocomplete="off" placeholder="tạm ngừng hộ kinh doanh"></div>
<button>Ghi: đã đến</button>
</form>
</details>`
		: html``;

const takeAlong = ({ roster, today }: Reading, at: At): Markup =>
	html`<p class="acts"><a class="button second" href="${printAddress(at)}">In danh sách</a>
${
	mayTakeAlong(roster.day, today)
		? html`<a class="button second" href="${fileAddress(at)}" download>Tải về xem khi không có mạng</a>`
		: html`<span class="note">Bản tải về có từ 00:00 thứ Sáu.</span>`
}</p>`;

const waysOn = (actor: Actor, member: Member, knowledge: Knowledge): Markup =>
	html`<h2>Việc khác</h2>
${greeting(member, knowledge)}
${placesList(actor)}`;

const upper = (text: string) =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
