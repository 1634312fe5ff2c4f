import { html } from "hono/html";
import { type Markup, page } from "../channels/web/layout.js";
import type { Refusal } from "../channels/web/refusals.js";
import type { Actor } from "../people/roles.js";
import { deskPage } from "./page.js";

/** To a form that was sent by nobody who is signed in. */
export const signInFirstPage = (office: string): Markup =>
	page({
		title: "Chưa vào bàn trực",
		office,
		also: ["desk.css"],
		foot: "Trang cho người trực bàn.",
		body: html`<h1>Anh/chị chưa vào bàn trực</h1>
<p>Lần vào trước đã hết giờ hoặc đã đăng xuất, nên việc vừa rồi chưa làm. Anh/chị vào lại rồi làm lại giúp.</p>
<p><a class="button" href="/vao">Vào bàn trực</a></p>`,
	});

/** To a member: no more than that it is not theirs. */
export const NOT_ALLOWED: Refusal = {
	status: 403,
	heading: "Trang này không dành cho tài khoản của anh/chị",
	words:
		"Việc này thuộc người khác trong bàn. Nếu cần làm, anh/chị nhờ quản trị viên giao thêm.",
};

export const notAllowedPage = (office: string, actor: Actor): Markup =>
	deskPage({
		title: "Không dành cho tài khoản này",
		office,
		actor,
		body: html`<h1>${NOT_ALLOWED.heading}</h1>
<p>${NOT_ALLOWED.words}</p>
<p><a class="button" href="/ban">Về bàn trực</a></p>`,
	});

export const triedTooOften = (seconds: number): Refusal => ({
	status: 429,
	heading: "Nhập sai nhiều lần quá",
	words: `Từ nơi này đã có nhiều lần nhập sai. Anh/chị đợi ${Math.ceil(seconds / 60)} phút rồi thử lại, hoặc nhắn /dangnhap cho bot để lấy đường dẫn.`,
	retryAfter: seconds,
});
