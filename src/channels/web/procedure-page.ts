import { html } from "hono/html";
import { actValue } from "../../conversation/act.js";
import { sayReplaced } from "../../conversation/wording/answer.js";
import {
	sentence,
	showDate,
	showMoney,
} from "../../conversation/wording/show.js";
import type {
	Deadline,
	Fee,
	LegacyCode,
	Procedure,
	Replaced,
	Scope,
} from "../../knowledge/schema.js";
import { addressOfProcedure } from "./entries.js";
import { type Markup, page, searchForm } from "./layout.js";
import { turnField } from "./render.js";

interface Around {
	/** The procedure this is a case of, and its other cases. */
	readonly relatives: readonly Procedure[];
	/** A text it rests on that is no longer in force. */
	readonly replaced: Replaced | undefined;
	readonly turn: string;
	readonly office: string;
}

/** One procedure, all that is known of it, with where it comes from and how far it can be trusted. */
export const procedurePage = (
	procedure: Procedure,
	{ relatives, replaced, turn, office }: Around,
): Markup =>
	page({
		title: procedure.title,
		office,
		at: "catalogue",
		body: html`<p class="trail"><a href="/thu-tuc">Thủ tục</a></p>
<article class="procedure">
<h1>${procedure.title}</h1>
<p class="lead">${procedure.summary}</p>
${caution(procedure, replaced)}
<form class="ask" method="post" action="/">
${turnField(turn)}
<button name="text" value="${actValue({ kind: "ask", procedure: procedure.id, aspect: null })}">Hỏi về thủ tục này</button>
<button name="text" value="${actValue({ kind: "book", procedure: procedure.id })}">Đặt lịch thứ Bảy về việc này</button>
</form>
${part("Giấy tờ cần có", items(procedure.documents))}
${part("Phí, lệ phí", procedure.fee && fee(procedure.fee))}
${part("Thời hạn giải quyết", deadline(procedure.deadline))}
${part("Nơi nộp", html`<p>${procedure.submitTo}</p><p class="note">${SCOPE[procedure.scope]}</p>`)}
${part("Nộp qua mạng", html`<p>${sentence(procedure.onlineLevel)}</p>`)}
${part("Mẫu đơn", items(procedure.forms))}
${part("Kết quả", html`<p>${procedure.result}</p>`)}
${part("Lưu ý", items(procedure.notes))}
${part("Căn cứ pháp lý", items(procedure.legalBasis))}
${part("Trường hợp gần với việc này", relatives.length > 0 && html`<ul>${relatives.map(({ id, title }) => html`<li><a href="${addressOfProcedure(id)}">${title}</a></li>`)}</ul>`)}
<section class="source">
<h2>Thông tin này từ đâu</h2>
<dl>
<dt>Tên thủ tục</dt><dd>${procedure.name}</dd>
${procedure.code && html`<dt>Mã thủ tục</dt><dd>${procedure.code}</dd>`}
<dt>Lĩnh vực</dt><dd>${procedure.field}</dd>
${procedure.publishDecision && html`<dt>Quyết định công bố</dt><dd>${procedure.publishDecision}</dd>`}
<dt>Đối chiếu ngày</dt><dd>${showDate(procedure.checkedOn)}</dd>
</dl>
</section>
</article>`,
	});

/** A code that is no longer used, and what took its place. */
export const legacyPage = (
	{ code, name, note }: LegacyCode,
	now: Procedure | undefined,
	office: string,
): Markup =>
	page({
		title: `Mã ${code} không còn dùng`,
		office,
		at: "catalogue",
		body: html`<p class="trail"><a href="/thu-tuc">Thủ tục</a></p>
<h1>Mã ${code} không còn dùng</h1>
<p>${name}</p>
<p>${sentence(note)}</p>
${now ? html`<p>Nay xem: <a href="${addressOfProcedure(now.id)}">${now.title}</a> (${now.id}).</p>` : html`<p>Bàn chưa biết thủ tục nào thay thế.</p>${searchForm("")}`}`,
	});

/** One sentence where the entry must not be told as certain. */
function caution(
	{ confidence, recheck }: Procedure,
	replaced: Replaced | undefined,
): Markup | undefined {
	const outdated = sayReplaced(replaced);
	const doubt =
		confidence === "unverified"
			? "Nội dung này chưa kiểm chứng được; anh/chị hỏi lại nơi nhận hồ sơ trước khi làm."
			: confidence === "partly"
				? "Một phần nội dung này mới dựa vào một nguồn; anh/chị hỏi lại nơi nhận hồ sơ trước khi nộp."
				: undefined;
	return outdated || doubt || recheck
		? html`<p class="caution" role="note"><strong>Lưu ý khi dùng:</strong> ${outdated ?? doubt}${recheck && html` Cần đối chiếu thêm: ${sentence(recheck)}`}</p>`
		: undefined;
}

const SCOPE: Record<Scope, string> = {
	department: "Sở Tài chính giải quyết.",
	commune: "Cấp xã (xã, phường, đặc khu) giải quyết, không phải Sở Tài chính.",
	"economic-zone":
		"Ban Quản lý Khu kinh tế giải quyết, không phải Sở Tài chính.",
	ministry: "Bộ giải quyết, không phải Sở Tài chính.",
	other: "Cơ quan khác giải quyết, không phải Sở Tài chính.",
	expired: "Thủ tục này không còn nhận hồ sơ.",
};

const part = (
	heading: string,
	body: Markup | null | undefined | false,
): Markup | undefined =>
	body ? html`<section><h2>${heading}</h2>${body}</section>` : undefined;

const items = (lines: readonly string[]): Markup | undefined =>
	lines.length > 0
		? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
		: undefined;

const fee = ({ online, paper, note, source }: Fee): Markup =>
	html`<dl class="pairs"><dt>Nộp qua mạng</dt><dd>${dong(online)}</dd><dt>Nộp giấy</dt><dd>${dong(paper)}</dd></dl>
<p>${sentence(note)}</p>
<p class="note">Nguồn: ${source.join("; ")}</p>`;

const dong = (amount: number | null) =>
	amount === null
		? "nguồn không nêu"
		: amount === 0
			? "không mất phí"
			: showMoney(amount);

function deadline({ workingDays, days, note }: Deadline): Markup {
	const time =
		workingDays !== undefined
			? `${workingDays} ngày làm việc kể từ khi hồ sơ đủ`
			: days !== undefined
				? `${days} ngày kể từ khi hồ sơ đủ`
				: undefined;
	return html`${time && html`<p>${time}</p>`}${note && html`<p>${sentence(note)}</p>`}${!time && !note && html`<p>Nguồn không nêu.</p>`}`;
}
