import { html } from "hono/html";
import type { RosterLine } from "../../booking/saturday-desk.js";
import { OUTCOMES } from "../../booking/visit.js";
import type { Markup } from "../../channels/web/layout.js";
import {
	OUTCOME_LABEL,
	papersWord,
	stateWord,
	subjectOf,
	visitorName,
} from "../../conversation/wording/staff/roster.js";
import { LONGEST_NOTE } from "../../people/note.js";
import { visitAddress } from "./at.js";
import { nameOf, phoneOn, type Reading } from "./reader.js";

/** One visitor: who, about what, with which papers, and what can be noted with one tap. */
export function visitorCard(
	reading: Reading,
	line: RosterLine,
	notice?: string,
): Markup {
	const { booking, volunteer, papers } = line;
	const { code } = booking;
	const phone = phoneOn(reading, line);
	const paper = papersWord(papers);
	const mine = volunteer === reading.reader.id;
	return html`<article class="visitor${mine && " mine"}" data-state="${booking.visit?.state ?? "expected"}" id="${code}" aria-labelledby="ten-${code}">
<h3 id="ten-${code}">${visitorName(booking)}</h3>
<p class="state">${stateWord(booking)}</p>
<p>${subjectOf(reading.knowledge, booking)}</p>
${booking.question && html`<p class="asked">Muốn hỏi: <q>${booking.question}</q></p>`}
<p class="facts">${paper && html`<span class="${paper === "đủ" ? "ready" : "papers"}">Giấy tờ: ${paper}</span> `}<span>Người tiếp: ${nameOf(reading, volunteer)}</span>${phone && html` <a href="tel:${phone}">Gọi ${phone}</a>`}</p>
${booking.visit?.note && html`<p class="note">Ghi chú: ${booking.visit.note}</p>`}
${notice && html`<p class="done" role="status">${notice}</p>`}
${booking.status === "booked" && acts(reading, line)}
</article>`;
}

/** Nothing is recorded before the day: then one only sees, and forwards. */
function acts(reading: Reading, line: RosterLine): Markup {
	const { code, visit, day, visitor } = line.booking;
	const begun = reading.today >= day;
	const who = visitor?.name ?? code;
	const state = visit?.state;
	return html`<form class="taps" method="post" action="${visitAddress(code)}" data-tap>
${begun && state !== "arrived" && state !== "done" && tap("arrived", "Đã đến", who)}
${begun && state !== "done" && doneIn(code, who)}
${begun && state === undefined && tap("no-show", "Không đến", who, "second")}
${visit && tap("undo", "Hoàn tác", who, "second")}
${state !== "done" && state !== "no-show" && forwardTo(reading, line, who)}
</form>`;
}

const tap = (act: string, label: string, who: string, kind = ""): Markup =>
	html`<button class="${kind}" name="act" value="${act}">${label}<span class="quiet"> ${who}</span></button>`;

const doneIn = (code: string, who: string): Markup =>
	html`<details id="xong-${code}">
<summary>Xong…<span class="quiet"> ${who}</span></summary>
<div class="inside">
<label for="ghi-${code}">Ghi chú, nếu cần (không ghi số giấy tờ, số điện thoại)</label>
<textarea id="ghi-${code}" name="note" rows="2" maxlength="${LONGEST_NOTE}" autocomplete="off"></textarea>
<div class="acts">${OUTCOMES.map((outcome) => tap(outcome, OUTCOME_LABEL[outcome], who))}</div>
</div>
</details>`;

function forwardTo(reading: Reading, line: RosterLine, who: string): Markup {
	const { code } = line.booking;
	const others = reading.roster.duties.filter(
		({ member }) => member !== line.volunteer,
	);
	if (others.length === 0) return html``;
	return html`<details id="chuyen-${code}">
<summary>Chuyển…<span class="quiet"> ${who}</span></summary>
<div class="inside">
<label for="cho-${code}">Chuyển cho</label>
<select id="cho-${code}" name="to">${others.map(({ member }) => html`<option value="${member}">${nameOf(reading, member)}</option>`)}</select>
<div class="acts">${tap("forward", "Chuyển", who)}</div>
</div>
</details>`;
}
