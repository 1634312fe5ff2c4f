import type { Office } from "../../knowledge/schema.js";

export const HELPED = "Đúng ý";
export const NOT_HELPED = "Chưa đúng ý";
export const NONE_FITS = "Không phải các việc này";
export const FOLLOW = "Báo tôi khi có câu trả lời";
export const UNFOLLOW = "Thôi báo câu trả lời";
export const AGREE = "Đồng ý, báo tôi";
export const REFUSE = "Thôi";

export const gladItHelped = "Dạ, em cảm ơn anh/chị đã cho biết.";
/** The question it was about is not at hand any more: nothing is counted. */
export const thanksAnyway = "Dạ, em cảm ơn anh/chị. Cần gì anh/chị cứ nhắn em.";

export const sorryNotHelped = (canCall: boolean) =>
	`Em xin lỗi, em hiểu chưa trúng ý; em đã ghi lại câu hỏi (không kèm tên ai) để bàn bổ sung. Anh/chị nói thêm giúp em, hoặc gặp tình nguyện viên.${
		canCall ? "" : ` ${pageCannotCall}`
	}`;

export const pageCannotCall =
	"Trang này không gọi lại cho anh/chị được; vài hôm nữa anh/chị hỏi lại giúp em.";

/** Goes up with every change of what the consent says. */
const CONSENT_TEXT = "answer-1";

/** Who answers for the data is part of what was agreed to. */
export const followVersion = ({ dataController }: Office) =>
	`${CONSENT_TEXT} · ${dataController.name}`;

export const askFollow = ({ dataController: { name, contact } }: Office) =>
	`Để báo lại, bàn cần lưu mã cuộc trò chuyện này, tách riêng khỏi câu hỏi, chỉ để nhắn anh/chị một lần khi có câu trả lời. Báo xong là xóa; chưa có câu trả lời thì 90 ngày cũng xóa.
Bên chịu trách nhiệm về dữ liệu: ${name}${contact ? `, ${contact}` : ""}.
Anh/chị xem hay xóa lúc nào cũng được: nhắn “dữ liệu của tôi”. Anh/chị đồng ý không ạ?`;

export const following =
	"Dạ, có câu trả lời em nhắn anh/chị ngay tại đây, một lần thôi.";
export const answeredMeanwhile = "Câu này vừa có câu trả lời ạ:";
export const tooManyFollowed =
	"Anh/chị đang chờ em báo đủ năm câu rồi. Câu này anh/chị hỏi lại sau giúp em, hoặc gặp tình nguyện viên.";
export const cannotFollow =
	"Câu này em không nhận báo lại được. Anh/chị gặp tình nguyện viên để hỏi trực tiếp giúp em.";
/** The question is not at hand any more. */
export const askAgainToFollow =
	"Câu hỏi đó em không còn giữ. Anh/chị hỏi lại, rồi chọn “Báo tôi khi có câu trả lời” giúp em.";
export const unfollowed =
	"Dạ, em không báo nữa và đã xóa mã cuộc trò chuyện này khỏi danh sách chờ báo.";
export const waitingFor = (count: number) =>
	`Anh/chị đang chờ em báo ${count} câu trả lời; danh sách chờ chỉ có mã cuộc trò chuyện, không có câu hỏi.`;
