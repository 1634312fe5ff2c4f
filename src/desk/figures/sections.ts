import { html, raw } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { Drawn } from "../../report/charts/of-figures.js";
import { type Figures, servedIn } from "../../report/figures.js";
import type { Asked } from "../../report/report.js";
import type { Helpful, Unanswered } from "../../report/unanswered.js";
import {
	FIELD_UNKNOWN,
	FIVE,
	NUMBER_NAME,
	showMonth,
	THREE,
} from "../../report/words.js";
import type { LocalDate } from "../../time.js";
import { show, table } from "./table.js";

/** As many as are read. */
const MOST = 10;

export const byMonth = (
	figures: Figures,
	today: LocalDate,
	drawn: Drawn,
): Markup =>
	html`<section class="card"><h2>Theo tháng</h2>
${chart(drawn.months)}
${table(
	"Theo tháng",
	["Tháng", ...FIVE.map((number) => NUMBER_NAME[number].short)],
	figures.months
		.filter(({ month }) => month <= today)
		.map((month) => [
			showMonth(month.month),
			...FIVE.map((number) => month[number]),
		]),
	["Cả kỳ", ...FIVE.map((number) => figures.total[number])],
)}</section>`;

export const byField = (figures: Figures, drawn: Drawn): Markup =>
	html`<section class="card"><h2>Theo lĩnh vực</h2>
${
	figures.fields.length === 0
		? html`<p>Chưa có ai được tiếp trong kỳ này.</p>`
		: html`${chart(drawn.fields)}
${table(
	"Theo lĩnh vực",
	["Lĩnh vực", ...THREE.map((number) => NUMBER_NAME[number].short), "Cộng"],
	figures.fields.map((one) => [
		one.field ?? FIELD_UNKNOWN,
		...THREE.map((number) => one[number]),
		servedIn(one),
	]),
)}`
}</section>`;

export const people = ({ people, waited }: Figures): Markup =>
	html`<section class="card"><h2>Đặt lịch và đến</h2>
<dl class="pairs">${(
		[
			["Đặt lịch, không kể đã hủy", people.booked],
			["Đến không hẹn trước", people.walkIns],
			["Đặt lịch mà không đến", people.noShows],
			["Đã hủy lịch", people.cancelled],
			["Ghi tên chờ chỗ", waited],
		] as const
	).map(
		([name, count]) => html`<dt>${name}</dt><dd>${show(count)}</dd>`,
	)}</dl></section>`;

export const ratings = (figures: Figures, drawn: Drawn): Markup => {
	const { delighted, content, discontent } = figures.people;
	const all = delighted + content + discontent;
	const share = (count: number) => `${show(Math.round((count / all) * 100))}%`;
	return html`<section class="card"><h2>Mức hài lòng</h2>
${
	all === 0
		? html`<p>Chưa có ai trả lời trong kỳ này. Bàn hỏi một lần, khoảng một giờ sau khi tiếp xong, những người đặt lịch qua Telegram hoặc Zalo.</p>`
		: html`${chart(drawn.ratings)}
${table(
	"Mức hài lòng",
	["Mức", "Lượt", "Tỷ lệ"],
	[
		["Rất hài lòng", delighted, share(delighted)],
		["Hài lòng", content, share(content)],
		["Chưa hài lòng", discontent, share(discontent)],
	],
	["Cộng", all, ""],
)}`
}</section>`;
};

export const askedMost = (
	asked: readonly Asked[],
	{ helped, not }: Helpful,
): Markup =>
	html`<section class="card"><h2>Được hỏi nhiều nhất</h2>
${
	asked.length === 0
		? html`<p>Chưa có câu nào trong kỳ này.</p>`
		: html`${table(
				"Được hỏi nhiều nhất",
				["Nội dung đã trả lời", "Lượt"],
				asked
					.slice(0, MOST)
					.map(({ entry, title, times }) => [title ?? entry, times]),
			)}
<p class="note">Mỗi câu trả lời tính một lượt, ở mọi bàn; không ghi ai hỏi.</p>`
}
${helped + not > 0 && html`<p>Người hỏi đánh giá câu trả lời: đúng ý ${show(helped)}, chưa đúng ý ${show(not)}.</p>`}</section>`;

export const notAnswered = (
	unanswered: readonly Unanswered[],
	endsThem: boolean,
): Markup =>
	html`<section class="card"><h2>Chưa trả lời được</h2>
${
	unanswered.length === 0
		? html`<p>Không có câu nào trong kỳ này.</p>`
		: html`${table(
				"Chưa trả lời được",
				["Câu hỏi", "Lần"],
				unanswered.slice(0, MOST).map(({ words, times }) => [words, times]),
			)}`
}${endsThem && html`<p class="acts"><a class="button second" href="/quan-tri/cau-hoi">Xem và trả lời các câu này</a></p>`}</section>`;

const chart = (svg: string | undefined) =>
	svg !== undefined && html`<div class="chart">${raw(svg)}</div>`;
