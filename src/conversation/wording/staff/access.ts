import type { Told } from "../../../people/keeper.js";
import { dayAt, timeAt } from "../../../time.js";
import { paragraphs } from "../../turn.js";
import { showDate } from "../show.js";

/** To whoever may not: no more than this, whatever there is. */
export const staffOnly =
	"Việc này dành cho người trực bàn. Anh/chị cần hỏi thủ tục hay đặt lịch thì cứ nhắn em nhé.";

export const askCode =
	"Anh/chị gõ mã giúp em: 12 chữ và số, ví dụ K4M9-XQ2B-7TRW. Mã do quản trị viên đưa.";
export const wrongCode =
	"Mã này không dùng được: sai, đã dùng, đã được rút lại hoặc hết hạn. Anh/chị xem lại, hoặc xin quản trị viên mã mới.";
export const triedTooOften = (seconds: number) =>
	`Anh/chị đã thử nhiều lần quá. ${Math.ceil(seconds / 60)} phút nữa thử lại giúp em.`;
export const notHere = (address: string | undefined) =>
	`Khung trò chuyện trên web không nối được với tài khoản của người trực.${address ? ` Anh/chị mở ${address}/vao rồi gõ mã ở đó, hoặc nhắn cho bot trên Telegram, Zalo.` : " Anh/chị nhắn cho bot trên Telegram, Zalo giúp em."}`;

export const askMemberName = (post: string) =>
	`Anh/chị được mời làm ${post}. Cả nhóm gọi anh/chị là gì ạ? Tên chỉ người trong nhóm thấy, và được xóa khi anh/chị rời nhóm.`;
export const noMemberName =
	"Em chưa đọc được tên. Anh/chị gõ tên bằng chữ, tối đa 60 ký tự, không kèm số điện thoại.";
export const joined = (name: string, post: string) =>
	`Chào ${name}. Từ giờ anh/chị là ${post}, và cuộc trò chuyện này nhận ra anh/chị. Nhắn /dangnhap để mở trang của bàn trực, /dangxuat khi đổi máy.`;
export const linked = (name: string, post: string) =>
	`Chào ${name}, ${post}. Cuộc trò chuyện này đã nối với tài khoản của anh/chị.`;
export const taken =
	"Cuộc trò chuyện này đang nối với một tài khoản khác. Tài khoản đó bỏ nối trước (/dangxuat), rồi anh/chị lấy mã mới.";
export const memberAlready = (post: string) =>
	`Anh/chị đã ở trong nhóm: ${post}. Muốn đổi vai trò hay bàn, nhờ quản trị viên sửa; mã mời vẫn còn nguyên.`;

export const keyText = (address: string, { link, code, until }: Told) =>
	paragraphs(
		`Mở đường dẫn này để vào trang của bàn, một lần, trước ${timeAt(until)}:\n${address}/vao/${link}`,
		`Hoặc mở ${address}/vao rồi gõ mã:\n${code}`,
		`Để nối thêm Telegram hay Zalo, từ đó nhắn cho bot:\n/vao ${code}`,
		isLocal(address) &&
			"Địa chỉ này chỉ mở được trên máy đang chạy bot (chưa đặt PUBLIC_URL).",
		"Đường dẫn và mã thay cho mật khẩu: anh/chị đừng gửi cho ai.",
	);
const isLocal = (address: string) =>
	/^https?:\/\/(127\.|localhost|\[::1\])/.test(address);
export const noPages =
	"Trang của bàn trực đang không chạy, nên em chưa có đường dẫn để đưa.";

export const signedOut = (browsers: number) =>
	paragraphs(
		`Đã đăng xuất mọi nơi (${browsers} trình duyệt). Đường dẫn và mã chưa dùng cũng hết hiệu lực.`,
		"Cuộc trò chuyện này vẫn nhận ra anh/chị. Nếu máy này không phải của riêng mình, anh/chị bỏ nối luôn.",
	);
export const unlinked =
	"Đã bỏ nối: cuộc trò chuyện này không còn nhận ra anh/chị. Muốn nối lại, anh/chị lấy mã ở trang tài khoản, hoặc xin quản trị viên.";

export const askRole = "Mời ai ạ?";
export const askDesk = "Cho bàn nào ạ?";
export const invited = (
	post: string,
	{ link, code, until }: Told,
	address: string | undefined,
) =>
	paragraphs(
		`Lời mời làm ${post}, dùng một lần, đến ${timeAt(until)} ngày ${showDate(dayAt(until))}.`,
		`Trên Telegram hoặc Zalo, người được mời nhắn cho bot:\n/vao ${code}`,
		address && `Hoặc mở trên web:\n${address}/vao/${link}`,
		"Anh/chị chuyển cho đúng một người. Mã chỉ hiện lần này.",
	);
export const notInvited =
	"Anh/chị không quản trị bàn này nên chưa mời được. Anh/chị chọn lại giúp em.";
export const withdrawn =
	"Đã rút lời mời: mã và đường dẫn của nó không dùng được nữa.";
export const alreadyUsed =
	"Lời mời này không còn: đã dùng, đã rút hoặc hết hạn.";
export const invitationsOpen = (count: number) =>
	count > 0 ? `${count} lời mời đang chờ.` : "Không có lời mời nào đang chờ.";

/** In place of a message with a secret, when it has to be said again: the secret itself is kept nowhere. */
export const saidOnce =
	"Đường dẫn và mã em vừa đưa chỉ hiện một lần. Nếu chưa thấy, anh/chị nhắn lại lệnh để lấy cái mới.";

export const STAFF_LABEL = {
	invite: "Mời người mới",
	team: "Xem nhóm",
	withdraw: "Rút lời mời này",
	unlink: "Bỏ nối cuộc trò chuyện này",
	signIn: "Mở trang của bàn trực",
	stop: "Thôi",
	everyDesk: "Mọi bàn",
} as const;
