import { html } from "hono/html";
import { type Markup, page } from "../../channels/web/layout.js";
import { post } from "../../conversation/wording/staff/team.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Opening } from "../../people/ways-in.js";

interface Way {
	readonly office: string;
	readonly next: string;
	/** What was wrong with what was sent before. */
	readonly fault?: string | undefined;
}

const frame = (title: string, office: string, body: Markup) =>
	page({
		title,
		office,
		also: ["desk.css"],
		foot: "Trang cho người trực bàn.",
		body,
	});

const faultLine = (fault: string | undefined) =>
	fault && html`<p class="caution" role="alert">${fault}</p>`;
const nextField = (next: string) =>
	html`<input type="hidden" name="next" value="${next}">`;

/** `/vao`: types a code. */
export const codePage = ({ office, next, fault }: Way): Markup =>
	frame(
		"Vào bàn trực",
		office,
		html`<h1>Vào bàn trực</h1>
<p>Dành cho tình nguyện viên và quản trị viên. Không cần mật khẩu: anh/chị nhắn <strong>/dangnhap</strong> cho bot để lấy đường dẫn hoặc mã, hoặc dùng mã mời.</p>
${faultLine(fault)}
<form class="form" method="post" action="/vao">
${nextField(next)}
<div><label for="ma">Mã vào</label>
<input id="ma" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" placeholder="K4M9-XQ2B-7TRW"></div>
<button type="submit">Vào</button>
</form>
<p>Chưa có mã? Nhờ quản trị viên mời lại. Cần hỏi thủ tục hay đặt lịch thì <a href="/">về trang hỏi</a>.</p>`,
	);

/** What a link or a code opens. Looking uses nothing up: the button does. */
export function openPage(
	opening: Opening,
	{
		office,
		next,
		fault,
		to,
		code,
		knowledge,
	}: Way & {
		/** Where the form is sent. */
		readonly to: string;
		readonly code?: string | undefined;
		readonly knowledge: Knowledge;
	},
): Markup {
	const hidden = html`${nextField(next)}${code && html`<input type="hidden" name="code" value="${code}">`}`;
	if (opening.kind === "key") {
		const { name } = opening.member;
		return frame(
			"Vào bàn trực",
			office,
			html`<h1>Chào ${name}</h1>
<form class="form" method="post" action="${to}">${hidden}<button type="submit">Vào bàn trực</button></form>
<p>Không phải anh/chị? Xin đóng trang này.</p>`,
		);
	}
	const title =
		opening.kind === "first" ? "Quản trị viên đầu tiên" : "Lời mời vào nhóm";
	return frame(
		title,
		office,
		html`<h1>${title}</h1>
<p>${
			opening.kind === "first"
				? "Bàn chưa có ai quản trị. Người bấm nút dưới đây thành quản trị viên của mọi bàn và mời được người khác."
				: `Anh/chị được mời làm ${post(knowledge, opening.invitation)}.`
		}</p>
${faultLine(fault)}
<form class="form" method="post" action="${to}">
${hidden}
<div><label for="ten">Tên để gọi</label>
<input id="ten" name="name" required maxlength="60" autocomplete="name" placeholder="anh Minh"></div>
<button type="submit">${opening.kind === "first" ? "Bắt đầu" : "Nhận lời"}</button>
</form>
<p>Tên chỉ người trong nhóm thấy, và được xóa khi anh/chị rời nhóm.</p>`,
	);
}

export const gonePage = (office: string): Markup =>
	frame(
		"Đường dẫn không dùng được",
		office,
		html`<h1>Đường dẫn không dùng được</h1>
<p>Đường dẫn này sai, đã dùng, đã được rút lại hoặc hết hạn. Anh/chị nhắn <strong>/dangnhap</strong> cho bot để lấy đường dẫn mới, hoặc nhờ quản trị viên mời lại.</p>
<p><a class="button" href="/vao">Nhập mã</a></p>`,
	);
