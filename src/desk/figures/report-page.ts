import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import type { Office } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import type { FieldFigures, Figures, Programme } from "../../report/figures.js";
import {
	FIELD_UNKNOWN,
	FIVE,
	NUMBER_NAME,
	showMonth,
} from "../../report/words.js";
import type { LocalDate } from "../../time.js";
import { deskPage } from "../page.js";
import { addressOf, type Choice, nameOf } from "./choice.js";
import { show } from "./table.js";

interface ReportPage {
	readonly figures: Figures;
	readonly choice: Choice;
	readonly office: Office;
	readonly today: LocalDate;
	readonly actor: Actor;
}

/** The report as an office files it: on A4, to be signed. */
export const reportPage = ({
	figures,
	choice,
	office,
	today,
	actor,
}: ReportPage): Markup => {
	const { period } = choice;
	const to = period.to < today ? period.to : today;
	return deskPage({
		title: `Báo cáo số liệu, ${period.name}`,
		office: office.dataController.name,
		actor,
		at: "figures",
		also: ["figures.css", "report.css"],
		body: html`<p class="trail"><a href="${addressOf("/quan-tri/so-lieu", choice)}">Số liệu</a></p>
<p class="note screen">Bản này để in ra giấy A4: mở lệnh In của trình duyệt (trên máy tính: Ctrl+P).</p>
<article class="paper">
<div class="heads">
<p>${office.name.toLocaleUpperCase("vi")}<br><b>${office.dataController.name.toLocaleUpperCase("vi")}</b></p>
<p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br><span class="ruled">Độc lập - Tự do - Hạnh phúc</span></b></p>
</div>
<p class="dated">……………, ngày …… tháng …… năm ${today.slice(0, 4)}</p>
<h1>BÁO CÁO SỐ LIỆU</h1>
<p class="about"><b>Ngày thứ Bảy tình nguyện giải quyết thủ tục hành chính cho dân</b><br>${period.name} (từ ngày ${showDate(period.from)} đến ngày ${showDate(to)})<br>Đơn vị thực hiện: ${nameOf(choice)}</p>
<div class="table" role="region" aria-label="Số liệu theo tháng và lĩnh vực" tabindex="0"><table>
<thead><tr><th scope="col">Tháng, lĩnh vực</th>${FIVE.map((number) => html`<th scope="col">${NUMBER_NAME[number].name}</th>`)}</tr></thead>
${figures.months
	.filter(({ month }) => month <= to)
	.map((month) => part(`Tháng ${showMonth(month.month)}`, month, month.fields))}
${figures.months.length > 1 && part("Tổng cộng cả kỳ", figures.total, figures.fields)}
</table></div>
${remarks(figures)}
<div class="signed">
<p><b>NGƯỜI LẬP BIỂU</b><br><i>(Ký, ghi rõ họ tên)</i></p>
<p><b>THỦ TRƯỞNG ĐƠN VỊ</b><br><i>(Ký, đóng dấu, ghi rõ họ tên)</i></p>
</div>
</article>`,
	});
};

/** A span of time with its fields; sessions and members belong to no field. */
const part = (
	name: string,
	numbers: Programme,
	fields: readonly FieldFigures[],
): Markup => html`<tbody>
<tr class="whole"><th scope="row">${name}</th>${FIVE.map((number) => html`<td>${show(numbers[number])}</td>`)}</tr>
${fields.map(
	(one) =>
		html`<tr><th scope="row">${one.field ?? FIELD_UNKNOWN}</th><td>–</td><td>–</td><td>${show(one.settled)}</td><td>${show(one.received)}</td><td>${show(one.advised)}</td></tr>`,
)}
</tbody>`;

const remarks = ({ people, waited }: Figures): Markup => {
	const { delighted, content, discontent } = people;
	const rated = delighted + content + discontent;
	return html`<p class="remarks">Ghi chú: trong một kỳ mỗi đoàn viên tính một lần. Người được tiếp xong tính vào một trong ba số cuối, theo kết quả.</p>
<p class="remarks">Đặt lịch ${show(people.booked)} lượt, trong đó không đến ${show(people.noShows)}; đến không hẹn trước ${show(people.walkIns)} lượt; ghi tên chờ chỗ ${show(waited)} lượt.${
		rated > 0 &&
		html` Ý kiến sau buổi: ${show(rated)} lượt; rất hài lòng ${show(delighted)}, hài lòng ${show(content)}, chưa hài lòng ${show(discontent)}.`
	}</p>`;
};
