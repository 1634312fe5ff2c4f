import { html } from "hono/html";
import { numbered } from "../../conversation/choice.js";
import type { BookingNotice, Choice, Reply } from "../../conversation/reply.js";
import type { Markup } from "./layout.js";
import { renderText } from "./render-text.js";
import type { Line } from "./transcripts.js";

/** Where the newest turn begins: the page opens there. */
export const NEWEST = "moi";

/** The chat from its beginning; the choices of the newest turn can be tapped, older ones are gone like spoken words. */
export const renderLines = (lines: readonly Line[], turn: string): Markup => {
	const newest = lines.findLastIndex(({ from }) => from === "person");
	return html`${lines.map((line, index) =>
		renderLine(line, {
			id: index === newest && NEWEST,
			turn: index >= newest && turn,
		}),
	)}`;
};

const renderLine = (
	line: Line,
	{ id, turn }: { id: string | false; turn: string | false },
): Markup =>
	line.from === "person"
		? html`<article class="line person"${id && html` id="${id}"`}><h3 class="quiet">Anh/chị</h3><p dir="auto">${line.text}</p></article>`
		: html`<article class="line desk" tabindex="-1"><h3 class="quiet">Bàn Thứ Bảy</h3>${renderReply(line.reply, turn)}</article>`;

export const renderReply = (
	{ text, choices, booking }: Reply,
	turn: string | false,
): Markup =>
	html`<div class="said">${renderText(text)}</div>${booking && renderBooking(booking)}${turn && choices && choices.length > 0 && renderChoices(choices, turn)}`;

const renderBooking = ({ code, status }: BookingNotice): Markup =>
	html`<p class="after"><a href="/lich-hen/${code}.ics" download="${code}.ics">${CALENDAR[status]} (.ics)</a></p>`;

const CALENDAR: Record<BookingNotice["status"], string> = {
	booked: "Thêm vào lịch trong máy",
	moved: "Cập nhật lịch trong máy",
	cancelled: "Bỏ khỏi lịch trong máy",
};

const renderChoices = (choices: readonly Choice[], turn: string): Markup =>
	html`<form class="choices" method="post" action="/" data-say>${turnField(turn)}<ol>${numbered(
		choices,
	).map(
		({ number, choice }) =>
			html`<li><button name="text" value="${choice.value}"><span class="number">${number}.</span> ${choice.label}</button></li>`,
	)}</ol></form>`;

/** Marks one rendering of the page: the same form sent twice is one message. */
export const turnField = (turn: string): Markup =>
	html`<input type="hidden" name="turn" value="${turn}">`;
