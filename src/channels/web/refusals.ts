import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { apology } from "./layout.js";
import { LARGEST_BODY, LONGEST_TEXT } from "./parse.js";

/** Why a request is not served: a heading, and what can be done. */
export interface Refusal {
	readonly status: ContentfulStatusCode;
	readonly heading: string;
	readonly words: string;
	/** In seconds. */
	readonly retryAfter?: number;
}

export const TOO_LONG: Refusal = {
	status: 413,
	heading: "Tin dài quá",
	words: `Mỗi tin tối đa ${LONGEST_TEXT.toLocaleString("vi")} ký tự. Anh/chị viết gọn lại hoặc chia thành vài tin giúp.`,
};
export const EMPTY: Refusal = {
	status: 400,
	heading: "Chưa có nội dung",
	words: "Tin chưa có chữ nào. Anh/chị gõ câu hỏi rồi gửi lại giúp.",
};
export const FOREIGN_FORM: Refusal = {
	status: 403,
	heading: "Không nhận được tin",
	words:
		"Tin này không gửi từ trang của bàn. Anh/chị mở lại trang rồi thử lại.",
};
export const NOT_FOUND: Refusal = {
	status: 404,
	heading: "Không có trang này",
	words:
		"Địa chỉ có thể đã gõ sai hoặc trang đã đổi. Anh/chị tìm thủ tục, hoặc về trang hỏi.",
};
export const BROKEN: Refusal = {
	status: 500,
	heading: "Bàn đang trục trặc",
	words: "Việc vừa rồi chưa làm được. Anh/chị thử lại sau ít phút giúp.",
};
export const CLOSING: Refusal = {
	status: 503,
	heading: "Bàn đang khởi động lại",
	words: "Anh/chị thử lại sau một phút giúp.",
	retryAfter: 10,
};
export const tooMany = (retryAfter: number): Refusal => ({
	status: 429,
	heading: "Nhiều tin quá",
	words: `Bàn nhận nhiều tin quá trong một lúc. Anh/chị đợi ${retryAfter} giây rồi gửi lại giúp.`,
	retryAfter,
});

/** Set by the page's script: answer with a piece of the page, not a whole one. */
export const wantsFragment = (c: Context): boolean =>
	c.req.header("x-fragment") === "1";

/** The refusal as the asker can read it: JSON for programs, plain words for the page's script, a page for people. */
export const refuse = (
	c: Context,
	{ status, heading, words, retryAfter }: Refusal,
	office: string,
): Response | Promise<Response> => {
	if (retryAfter) c.header("Retry-After", String(retryAfter));
	if (c.req.path.startsWith("/api/")) return c.json({ error: words }, status);
	if (wantsFragment(c)) return c.text(words, status);
	return c.html(apology(heading, words, office), status);
};

/** More than this is refused before it is read. */
export const withinBodyLimit = (office: () => string) =>
	bodyLimit({
		maxSize: LARGEST_BODY,
		onError: (c) => refuse(c, TOO_LONG, office()),
	});
