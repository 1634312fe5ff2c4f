import type { Effect } from "../../../knowledge/editor.js";
import type { Faq } from "../../../knowledge/schema.js";
import { paragraphs } from "../../turn.js";
import { bullets, ended } from "../show.js";

export const askWords =
	"Anh/chị tìm câu nào ạ? Gõ vài chữ của câu hỏi, ví dụ “nộp phí chuyển khoản”.";
export const chooseFound = (words: string) =>
	`Gần với “${words}” nhất. Anh/chị sửa câu nào, hay thêm câu mới?`;
export const nothingFound = (words: string) =>
	`Em không thấy câu nào gần với “${words}”. Anh/chị gõ cách khác giúp em, có tên thủ tục càng tốt.`;
export const chooseSubject = (question: string) =>
	`Câu hỏi: “${question}”. Câu này thuộc thủ tục nào ạ? Chưa thấy thì anh/chị gõ tên thủ tục.`;
export const chooseTarget = (question: string) =>
	`“${question}” thật ra là hỏi câu nào ạ? Chưa thấy thì anh/chị gõ vài chữ để tìm.`;
export const ADD_NEW = "Thêm câu mới";

export const faqNow = ({ question, answer, source }: Faq) =>
	`Đang có:\n${question}\n${ended(answer)}\nCăn cứ: ${ended(source.join("; "))}`;
export const askAnswer = (question: string) =>
	`Câu trả lời cho “${question}” là gì ạ? Anh/chị gõ một tin, như sẽ nói với người dân.`;
export const askNewAnswer = "Câu trả lời mới là gì ạ?";
export const KEEP = "Giữ nguyên";
export const askSource =
	"Căn cứ vào đâu ạ? Ví dụ: Nghị định 168/2025/NĐ-CP, Điều 38. Nhiều căn cứ thì cách nhau bằng dấu chấm phẩy.";
export const askQuestion =
	"Câu hỏi ghi thế nào ạ? Anh/chị gõ như người dân sẽ hỏi.";
export const tooLong = (most: number) =>
	`Dài quá ${most} chữ cái. Anh/chị rút gọn giúp em.`;

export const asSeen = (seen: string) =>
	`Xem trước như người dân sẽ thấy:\n${seen}`;
export const waysOfAsking = (title: string, asks: readonly string[]) =>
	`Thêm cách hỏi cho “${title}”:\n${bullets(asks)}`;

/** As many changes as are read on a phone; the rest are on the page. */
const SHOWN = 5;

/** What publishing would do: to those who asked, and to the questions that are known. */
export const effectText = (asked: number, { total, changes }: Effect) =>
	`Nếu công bố: ${asked > 0 ? `${asked} lượt hỏi này có câu trả lời; ` : ""}trong ${total} câu mẫu ${
		changes.length === 0
			? "không câu nào đổi kết quả."
			: `có ${changes.length} câu đổi kết quả:\n${bullets(
					changes
						.slice(0, SHOWN)
						.map(
							({ text, before, after, rightBefore, rightAfter }) =>
								`“${text}” (trước: ${before}; sau: ${after})${rightBefore && !rightAfter ? " — sai đi" : ""}`,
						),
				)}${changes.length > SHOWN ? `\nvà ${changes.length - SHOWN} câu nữa.` : ""}`
	}`;

export const PUBLISH = "Công bố";
export const EDIT = "Sửa";
export const STOP = "Thôi";
export const chooseEdit = "Anh/chị sửa phần nào ạ?";
export const EDIT_LABEL = {
	question: "Câu hỏi",
	answer: "Câu trả lời",
	source: "Căn cứ",
	subject: "Thủ tục",
} as const;

export const published = (title: string, followers: number) =>
	`Đã công bố: “${title}”.${followers > 0 ? ` Em báo cho ${followers} người đang chờ.` : ""} Ít giây nữa người dân hỏi là thấy.`;
export const UNPUBLISH = "Lấy lại bản cũ";
export const unpublished = "Đã lấy lại bản cũ.";
export const cannotUnpublish =
	"Chưa lấy lại được: câu này đã được sửa tiếp sau đó. Anh/chị xem lại bản đang có giúp em.";
export const nothingChanged = "Nội dung này đã có sẵn, không có gì để công bố.";
export const clash = (current: string) =>
	paragraphs(
		"Vừa có người khác sửa câu này, nên em chưa công bố. Bản của họ:",
		current,
		"Dưới đây là bản của anh/chị; công bố thì thay bản của họ.",
	);
export const entryTakenAway =
	"Câu này vừa được người khác bỏ đi, nên em không công bố. Anh/chị tìm lại giúp em.";
export const faulty = (problems: readonly string[]) =>
	`Chưa công bố được:\n${bullets(problems)}`;
