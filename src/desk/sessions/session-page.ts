import { html } from "hono/html";
import type { SessionView, ShutOut } from "../../booking/saturday-desk.js";
import type { Booking } from "../../booking/store.js";
import type { Markup } from "../../channels/web/layout.js";
import { showDay, showList } from "../../conversation/wording/show.js";
import type { Actor, Member } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { atOf, atValue, PREVIEW, SESSIONS, sessionAddress } from "./at.js";
import { facts, upper } from "./pieces.js";
import { planFields } from "./plan-form.js";
import { toldPart } from "./told-part.js";

interface OneSession {
	readonly office: string;
	readonly actor: Actor;
	readonly view: SessionView;
	readonly shutOut: readonly ShutOut[];
	readonly members: readonly Member[];
	readonly phone: (booking: Booking) => string | undefined;
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

/** One Saturday of one desk: how it is, whom it left before a shut door, and changing it. */
export const sessionPage = (session: OneSession): Markup => {
	const { office, actor, view, shutOut, members, phone } = session;
	const at = atOf(view);
	const closedByPlan = view.shut?.kind === "closed-by-desk";
	const nameOf = (id: string) =>
		members.find((one) => one.id === id)?.name ?? "người đã rời bàn";
	return deskPage({
		title: `Buổi ${showDay(view.day)}`,
		office,
		actor,
		at: "sessions",
		also: ["sessions.css"],
		body: html`<p class="trail"><a href="${SESSIONS}">Lịch các thứ Bảy</a></p>
<h1>${upper(showDay(view.day))}</h1>
<p class="lead">${view.desk.name}</p>
${saidLine(session)}
${
	shutOut.length > 0 &&
	html`<section class="caution" id="bao" aria-label="Lịch hẹn ở giờ không mở">
${toldPart(view, shutOut, phone)}
<p><a href="${sessionAddress(at)}#bao">Xem lại tình hình báo</a></p></section>`
}
<section class="card facts">${facts(view)}
${view.duties.length > 0 && html`<p>Đến: ${showList(view.duties.map(({ member }) => nameOf(member)))}.</p>`}
${view.gaps.map(({ member, asked = [] }) => html`<p>${nameOf(member)} báo bận; ${asked.length > 0 ? `đã hỏi ${asked.length} người đến thay` : "chưa hỏi được ai đến thay qua tin nhắn"}.</p>`)}
</section>
<section class="card"><h2>${view.shut ? "Mở buổi này" : "Sửa giờ, chỗ, ghi chú"}</h2>
<form class="form" method="get" action="${PREVIEW}">
<input type="hidden" name="buoi" value="${atValue(at)}"><input type="hidden" name="nguyen" value="1">
${planFields(view)}
<button name="viec" value="mo">${view.shut ? "Mở…" : "Sửa…"}</button>
</form></section>
${
	!closedByPlan &&
	html`<section class="card"><h2>Đóng buổi này</h2>
<form class="form" method="get" action="${PREVIEW}">
<input type="hidden" name="buoi" value="${atValue(at)}">
<p>${view.booked > 0 ? `${view.booked} lịch hẹn. Bước sau cho xem từng lịch trước khi đóng.` : "Chưa có lịch hẹn nào."}</p>
<button class="grave" name="viec" value="dong">Đóng…</button>
</form></section>`
}`,
	});
};
