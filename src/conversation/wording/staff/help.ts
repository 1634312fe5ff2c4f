import { type Actor, may, type Permission } from "../../../people/roles.js";
import { bullets } from "../show.js";

/** What a member can type, each line for those who may. */
const LINES: readonly (readonly [Permission, string])[] = [
	["see-roster", "/ban hoặc /lich: ai đến buổi này, ghi đã đến, xong"],
	["serve", "/lichtruc: báo buổi mình đến được, báo bận, đến thay"],
	["plan-sessions", "/molich, /donglich: mở, đóng một thứ Bảy"],
	[
		"see-questions",
		"/cauhoi: xem câu chưa trả lời được, trả lời, gắn vào câu có sẵn",
	],
	[
		"edit-knowledge",
		"/faq: tìm, sửa, thêm câu trả lời, ví dụ /faq chuyển khoản",
	],
	["manage-team", "/moi: mời người vào nhóm; /nhom: xem nhóm"],
	["keep-account", "/dangnhap: mở trang của bàn trực, nối thêm Telegram, Zalo"],
	["keep-account", "/dangxuat: đăng xuất mọi nơi"],
];

/** Nothing for a citizen. */
export function staffHelp(actor: Actor): string | undefined {
	const lines = LINES.filter(([needs]) => may(actor, needs));
	return lines.length > 0
		? `Việc của bàn trực:\n${bullets(lines.map(([, line]) => line))}`
		: undefined;
}
