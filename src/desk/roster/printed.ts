import { html, raw } from "hono/html";
import type { RosterLine } from "../../booking/saturday-desk.js";
import { asset, readAsset } from "../../channels/web/assets.js";
import type { Markup } from "../../channels/web/layout.js";
import { showDate, showDay } from "../../conversation/wording/show.js";
import {
	linesOf,
	papersWord,
	standing,
	stateWord,
	subjectOf,
	totalsLine,
	visitorName,
} from "../../conversation/wording/staff/roster.js";
import type { LocalDate, LocalTime } from "../../time.js";
import { fileAddress, rosterAddress } from "./at.js";
import { nameOf, phoneOn, type Reading } from "./reader.js";

const SHEET = "roster-print.css";

/** The list on one A4 page, as a page of ours. */
export const printPage = (reading: Reading, made: Made): Markup =>
	sheet(reading, made, {
		head: html`<link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${asset(SHEET)}">
<script type="module" src="${asset("roster.js")}"></script>`,
		bar: bar(reading, made),
	});

/** The same as one file that needs nothing else: opened from a disk, with no net. */
export const printFile = (reading: Reading, made: Made): Markup =>
	sheet(reading, made, {
		head: html`<style>${raw(readAsset(SHEET)?.content ?? "")}</style>`,
	});

interface Made {
	/** When the list was read off. */
	readonly day: LocalDate;
	readonly time: LocalTime;
	readonly takeAlong: boolean;
}

/** So many rows fit on a page with three lines each, with two, with one. */
const ROOMY = 14;
const MEDIUM = 26;

function sheet(
	reading: Reading,
	{ day, time }: Made,
	{ head, bar = html`` }: { readonly head: Markup; readonly bar?: Markup },
): Markup {
	const { roster, reader } = reading;
	const lines = linesOf(roster).filter(standing);
	const size =
		lines.length <= ROOMY
			? "roomy"
			: lines.length <= MEDIUM
				? "medium"
				: "dense";
	return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>Danh sách ${showDate(roster.day)} – ${roster.desk.name}</title>
${head}
</head>
<body class="${size}">
${bar}
<main>
<h1>${roster.desk.name} – ${showDay(roster.day)}</h1>
<p>${totalsLine(roster, reader.id)}. Đọc lúc ${time} ngày ${showDate(day)} cho ${reader.name}. Có tên người dân: dùng xong xin hủy.</p>
${lines.length === 0 ? html`<p>Chưa có ai đặt lịch buổi này.</p>` : table(reading, lines)}
</main>
</body>
</html>`;
}

const bar = ({ roster }: Reading, { takeAlong }: Made): Markup => {
	const at = { desk: roster.desk.id, day: roster.day };
	return html`<nav class="bar" aria-label="Trang"><a href="${rosterAddress(at)}">Về danh sách</a> <button type="button" data-print hidden>In trang này</button>${takeAlong && html` <a href="${fileAddress(at)}" download>Tải về xem khi không có mạng</a>`}</nav>`;
};

function table(reading: Reading, lines: readonly RosterLine[]): Markup {
	const phones = lines.some((line) => phoneOn(reading, line));
	return html`<table>
<thead><tr><th scope="col" class="hour">Giờ</th><th scope="col" class="name">Tên gọi</th><th scope="col">Việc, điều muốn hỏi</th><th scope="col" class="papers">Giấy tờ</th>${phones && html`<th scope="col" class="phone">Điện thoại</th>`}<th scope="col" class="who">Người tiếp</th><th scope="col" class="what">Kết quả</th></tr></thead>
<tbody>${lines.map((line, index) => row(reading, line, phones, lines[index - 1]?.booking.time))}</tbody>
</table>`;
}

function row(
	reading: Reading,
	line: RosterLine,
	phones: boolean,
	before: LocalTime | undefined,
): Markup {
	const { booking, volunteer, papers } = line;
	const subject = subjectOf(reading.knowledge, booking);
	return html`<tr${before !== booking.time && html` class="first"`}>
<td>${booking.time}</td>
<td>${cell(visitorName(booking))}</td>
<td>${cell(booking.question ? `${subject} – “${booking.question}”` : subject)}</td>
<td data-name="Giấy tờ">${cell(papersWord(papers) ?? "")}</td>
${phones && html`<td data-name="Điện thoại">${cell(phoneOn(reading, line) ?? "")}</td>`}
<td data-name="Người tiếp">${cell(nameOf(reading, volunteer))}</td>
<td data-name="Kết quả">${cell(booking.visit ? stateWord(booking) : "")}</td>
</tr>`;
}

/** Cut after as many lines as the page has room for. */
const cell = (text: string): Markup => html`<div>${text}</div>`;
