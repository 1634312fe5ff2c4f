import { html, raw } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { Usage } from "../../channels/zalo/usage.js";
import { showDate } from "../../conversation/wording/show.js";
import type { Actor } from "../../people/roles.js";
import type { Chart, Draw } from "../../report/charts/chart.js";
import {
	fieldsChart,
	monthsChart,
	ratingsChart,
} from "../../report/charts/of-figures.js";
import { type Figures, servedIn } from "../../report/figures.js";
import type { Period, periodsSince } from "../../report/period.js";
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
import { deskPage } from "../page.js";
import { ALL_DESKS, addressOf, type Choice } from "./choice.js";
import { showZalo } from "./zalo.js";

interface FiguresPage {
	readonly figures: Figures;
	readonly asked: readonly Asked[];
	readonly helpful: Helpful;
	readonly unanswered: readonly Unanswered[];
	readonly usage: Usage | undefined;
	readonly choice: Choice;
	readonly periods: ReturnType<typeof periodsSince>;
	readonly today: LocalDate;
	readonly draw: Draw;
	readonly actor: Actor;
	readonly office: string;
}

/** As many as are read. */
const MOST = 10;

export const figuresPage = ({
	figures,
	asked,
	helpful,
	unanswered,
	usage,
	choice,
	periods,
	today,
	draw,
	actor,
	office,
}: FiguresPage): Markup =>
	deskPage({
		title: "Số liệu",
		office,
		actor,
		at: "figures",
		also: ["figures.css"],
		body: html`<h1>Số liệu</h1>
${chooser(choice, periods)}
<h2>${choice.period.name}</h2>
${choice.period.to > today && html`<p class="note">Tính đến ${showDate(today)}.</p>`}
<dl class="numbers">${FIVE.map(
			(number) =>
				html`<div><dt>${NUMBER_NAME[number].name}</dt><dd>${show(figures.total[number])}</dd></div>`,
		)}</dl>
<p class="acts"><a class="button" href="${addressOf("/quan-tri/so-lieu/bao-cao", choice)}">Bản in báo cáo</a> <a class="button second" href="${addressOf("/quan-tri/so-lieu.csv", choice)}" download>Tải bảng CSV</a></p>
${unfinished(figures)}
${howCounted}
${figures.months.length > 1 && byMonth(figures, today, draw)}
${byField(figures, draw)}
${people(figures)}
${ratings(figures, draw)}
${askedMost(asked, helpful)}
${notAnswered(unanswered)}
${usage && showZalo(usage)}`,
	});

const show = (number: number): string => number.toLocaleString("vi");

const chooser = (
	{ period, desk, desks, whole }: Choice,
	{ months, quarters, years }: FiguresPage["periods"],
): Markup => {
	const option = ({ key, name }: Period) =>
		html`<option value="${key}"${key === period.key && html` selected`}>${name}</option>`;
	const groups = [
		["Tháng", months],
		["Quý", quarters],
		["Năm", years],
	] as const;
	const offered = groups.some(([, all]) =>
		all.some(({ key }) => key === period.key),
	);
	return html`<form class="choose" action="/quan-tri/so-lieu" method="get">
<div><label for="ky">Kỳ</label>
<select id="ky" name="ky">${!offered && option(period)}${groups.map(
		([label, all]) =>
			html`<optgroup label="${label}">${all.map(option)}</optgroup>`,
	)}</select></div>
${
	desks.length + Number(whole) > 1 &&
	html`<div><label for="ban">Bàn</label>
<select id="ban" name="ban">${whole && html`<option value="">${ALL_DESKS}</option>`}${desks.map(
		({ id, name }) =>
			html`<option value="${id}"${id === desk?.id && html` selected`}>${name}</option>`,
	)}</select></div>`
}
<button type="submit">Xem</button>
</form>`;
};

const unfinished = ({ people: { unfinished, unrecorded } }: Figures) =>
	unfinished + unrecorded > 0 &&
	html`<p class="caution">Số liệu chưa đủ: ${[
		unfinished > 0 && `${show(unfinished)} người đã đến mà chưa ghi kết quả`,
		unrecorded > 0 &&
			`${show(unrecorded)} người đặt lịch mà chưa ghi đến hay không đến`,
	]
		.filter(Boolean)
		.join(
			"; ",
		)}. Ghi tiếp ở danh sách của buổi thì các con số trên được cập nhật.</p>`;

const howCounted = html`<details class="how"><summary>Các con số được tính thế nào</summary>
<ul>
<li>Buổi tổ chức: thứ Bảy của một bàn có ít nhất một người đến.</li>
<li>Đoàn viên tham gia: người trực, hoặc người tiếp và ghi kết quả, ở buổi đã tổ chức. Trong một kỳ mỗi người tính một lần, nên số của cả kỳ không phải là cộng các tháng.</li>
<li>Mỗi người được tiếp xong chỉ tính vào một trong ba số, theo kết quả đã ghi: hồ sơ cũ giải quyết, hồ sơ mới tiếp nhận, hoặc lượt tư vấn (kể cả khi được chỉ sang nơi khác).</li>
<li>Lĩnh vực lấy theo thủ tục của lịch hẹn; không ghi thủ tục thì là “${FIELD_UNKNOWN.toLowerCase()}”.</li>
<li>Xóa dữ liệu cá nhân không làm đổi số nào.</li>
</ul></details>`;

const drawn = (chart: Chart | undefined, draw: Draw) =>
	chart && html`<div class="chart">${raw(draw(chart))}</div>`;

const table = (
	label: string,
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[],
	foot?: readonly (string | number)[],
): Markup => {
	const line = ([first, ...rest]: readonly (string | number)[]) =>
		html`<tr><th scope="row">${first}</th>${rest.map(
			(cell) => html`<td>${typeof cell === "number" ? show(cell) : cell}</td>`,
		)}</tr>`;
	return html`<div class="table figures" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(line)}</tbody>
${foot && html`<tfoot>${line(foot)}</tfoot>`}
</table></div>`;
};

const byMonth = (figures: Figures, today: LocalDate, draw: Draw): Markup =>
	html`<section class="card"><h2>Theo tháng</h2>
${drawn(monthsChart(figures), draw)}
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

const byField = (figures: Figures, draw: Draw): Markup =>
	html`<section class="card"><h2>Theo lĩnh vực</h2>
${
	figures.fields.length === 0
		? html`<p>Chưa có ai được tiếp trong kỳ này.</p>`
		: html`${drawn(fieldsChart(figures), draw)}
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

const people = ({ people, waited }: Figures): Markup =>
	html`<section class="card"><h2>Đặt lịch và đến</h2>
<dl class="pairs">${(
		[
			["Đặt lịch và giữ hẹn", people.booked],
			["Đến không hẹn trước", people.walkIns],
			["Đặt lịch mà không đến", people.noShows],
			["Đã hủy lịch", people.cancelled],
			["Ghi tên chờ chỗ", waited],
		] as const
	).map(
		([name, count]) => html`<dt>${name}</dt><dd>${show(count)}</dd>`,
	)}</dl></section>`;

const ratings = (figures: Figures, draw: Draw): Markup => {
	const { delighted, content, discontent } = figures.people;
	const all = delighted + content + discontent;
	const share = (count: number) => `${show(Math.round((count / all) * 100))}%`;
	return html`<section class="card"><h2>Mức hài lòng</h2>
${
	all === 0
		? html`<p>Chưa có ai trả lời trong kỳ này. Bàn hỏi một lần, khoảng một giờ sau khi tiếp xong, những người đặt lịch qua Telegram hoặc Zalo.</p>`
		: html`${drawn(ratingsChart(figures), draw)}
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

const askedMost = (asked: readonly Asked[], { helped, not }: Helpful): Markup =>
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

const notAnswered = (unanswered: readonly Unanswered[]): Markup =>
	html`<section class="card"><h2>Chưa trả lời được</h2>
${
	unanswered.length === 0
		? html`<p>Không có câu nào trong kỳ này.</p>`
		: html`${table(
				"Chưa trả lời được",
				["Câu hỏi", "Lần"],
				unanswered.slice(0, MOST).map(({ words, times }) => [words, times]),
			)}`
}</section>`;
