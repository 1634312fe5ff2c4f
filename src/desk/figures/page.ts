import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { Usage } from "../../channels/zalo/usage.js";
import { showDate } from "../../conversation/wording/show.js";
import { type Actor, may } from "../../people/roles.js";
import type { Drawn } from "../../report/charts/of-figures.js";
import type { Figures } from "../../report/figures.js";
import type { Period, periodsSince } from "../../report/period.js";
import type { Asked } from "../../report/report.js";
import type { Helpful, Unanswered } from "../../report/unanswered.js";
import { FIELD_UNKNOWN, FIVE, NUMBER_NAME } from "../../report/words.js";
import type { LocalDate } from "../../time.js";
import { deskPage } from "../page.js";
import { ALL_DESKS, addressOf, type Choice } from "./choice.js";
import {
	askedMost,
	byField,
	byMonth,
	notAnswered,
	people,
	ratings,
} from "./sections.js";
import { show } from "./table.js";
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
	readonly drawn: Drawn;
	readonly actor: Actor;
	readonly office: string;
}

export const figuresPage = ({
	figures,
	asked,
	helpful,
	unanswered,
	usage,
	choice,
	periods,
	today,
	drawn,
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
${figures.months.length > 1 && byMonth(figures, today, drawn)}
${byField(figures, drawn)}
${people(figures)}
${ratings(figures, drawn)}
${askedMost(asked, helpful)}
${notAnswered(unanswered, may(actor, "see-questions"))}
${usage && showZalo(usage)}`,
	});

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
