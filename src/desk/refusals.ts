import type { Refusal } from "../channels/web/refusals.js";

export const SIGN_IN_FIRST: Refusal = {
	status: 401,
	heading: "Anh/chị chưa vào bàn trực",
	words:
		"Lần vào trước đã hết giờ hoặc đã đăng xuất, nên việc vừa rồi chưa làm. Anh/chị mở trang /vao để vào lại rồi làm lại giúp.",
};
export const NOT_ALLOWED: Refusal = {
	status: 403,
	heading: "Trang này không dành cho tài khoản của anh/chị",
	words:
		"Việc này thuộc người khác trong bàn. Nếu cần làm, anh/chị nhờ quản trị viên giao thêm.",
};
export const triedTooOften = (seconds: number): Refusal => ({
	status: 429,
	heading: "Nhập sai nhiều lần quá",
	words: `Từ nơi này đã có nhiều lần nhập sai. Anh/chị đợi ${Math.ceil(seconds / 60)} phút rồi thử lại, hoặc nhắn /dangnhap cho bot để lấy đường dẫn.`,
	retryAfter: seconds,
});
