import { shortPaper } from "./show.js";

/** As a choice, and as it can be typed. */
export const TICK = "Đánh dấu giấy tờ đã có";
export const ALL = "Đã có đủ";
export const NOTHING = "Chưa có gì";
export const DONE = "Xong";

/** So much of a paper's name tells it apart on a button. */
const LETTERS = 48;

export const paperLabel = (paper: string, has: boolean) => {
	const short = shortPaper(paper, LETTERS);
	const name = short.charAt(0).toLocaleUpperCase("vi") + short.slice(1);
	return has ? `✓ ${name}` : name;
};

export const whichBooking = "Giấy tờ của lịch nào ạ?";

export const askReady = (
	papers: readonly string[],
	ready: readonly string[] | undefined,
) =>
	`Giấy nào anh/chị đã có? Chọn từng giấy, chọn lại thì bỏ dấu. ${said(papers, ready)} Tình nguyện viên xem trước để chuẩn bị; đổi được đến giờ hẹn.`;

export const readyNow = (
	papers: readonly string[],
	ready: readonly string[] | undefined,
) =>
	`Dạ, em ghi lại rồi. ${said(papers, ready)} Muốn đổi thì nhắn “giấy tờ đã có”.`;

const said = (
	papers: readonly string[],
	ready: readonly string[] | undefined,
) =>
	ready
		? `Anh/chị ${countReady(papers, ready)}.`
		: "Anh/chị chưa báo giấy nào.";

/** `đã có đủ`, `đã có 1 trên 3` */
export function countReady(
	papers: readonly string[],
	ready: readonly string[],
): string {
	const has = papers.filter((paper) => ready.includes(paper)).length;
	return has === papers.length
		? "đã có đủ"
		: `đã có ${has} trên ${papers.length}`;
}

/** Whether what was asked goes along is asked in one line; without the choice nothing of it is kept. */
export const askAlong =
	"Gửi kèm câu anh/chị đã hỏi cho tình nguyện viên? Chỉ khi anh/chị chọn gửi kèm, em mới lưu câu đó.";
export const CONFIRM_ALONG = "Xác nhận và gửi kèm câu hỏi";
export const questionLost =
	"Riêng câu đã hỏi em không còn giữ nên chưa gửi kèm được; đến buổi anh/chị hỏi trực tiếp giúp em.";
export const sentAlong = (question: string) => `Gửi kèm câu hỏi: “${question}”`;
export const TAKE_BACK = "Bỏ câu hỏi gửi kèm";
export const questionTakenBack = "Đã bỏ, lịch hẹn không còn câu hỏi gửi kèm.";
