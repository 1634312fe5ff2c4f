import type { Knowledge } from "../../../knowledge/schema.js";
import type { Group } from "../../../questions/book.js";
import type { GroupView } from "../../../questions/desk.js";
import { ASPECT_LABEL } from "../answer.js";
import { bullets, ended, titleOf } from "../show.js";

/** The first groups of the week, most asked first. */
export const weekText = (asked: number, views: readonly GroupView[]) =>
	`Bảy ngày qua có ${asked} câu chưa trả lời được hoặc chưa đúng ý. Hỏi nhiều nhất:\n${bullets(views.map(inBrief))}\nAnh/chị chọn một câu để trả lời giúp em.`;
export const olderText = (views: readonly GroupView[]) =>
	`Bảy ngày qua không có câu nào mới. Còn các câu cũ chưa trả lời:\n${bullets(views.map(inBrief))}`;
export const nothingOpen =
	"Không còn câu nào chờ trả lời. Có câu mới, anh/chị nhắn /cauhoi để xem.";

const inBrief = ({ text, times, followers }: GroupView) =>
	`${times} lượt: “${text}”${followers > 0 ? ` (${followers} người chờ báo)` : ""}`;

/** As long as a phone shows of a button. */
const LONGEST_LABEL = 34;

export const groupLabel = ({ text }: GroupView): string => {
	if (text.length <= LONGEST_LABEL) return text;
	const start = text.slice(0, LONGEST_LABEL);
	return `${start.slice(0, start.lastIndexOf(" ") || LONGEST_LABEL)}…`;
};

export const groupText = (
	{ text, times, followers, group }: GroupView,
	knowledge: Knowledge,
) =>
	[
		`“${text}”: ${times} lượt hỏi${followers > 0 ? `, ${followers} người chờ báo` : ""}.`,
		...(group.wordings.length > 1
			? [
					`Cũng hỏi:\n${bullets(group.wordings.slice(1, 5).map((one) => one.text))}`,
				]
			: []),
		...(group.unhelpful.length > 0
			? [
					`Đã trả lời mà chưa đúng ý:\n${bullets(group.unhelpful.map((one) => told(one, knowledge)))}`,
				]
			: []),
		...(group.settled ? [SETTLED[group.settled.as]] : []),
	].join("\n");

const told = (
	{ answered, times }: Group["unhelpful"][number],
	knowledge: Knowledge,
) => {
	const question = knowledge.faq.get(answered.faq ?? "")?.question;
	const title = titleOf(knowledge, answered.procedure) ?? answered.procedure;
	const what = question
		? `“${question}”`
		: answered.aspect
			? `${title}, ${ASPECT_LABEL[answered.aspect].toLocaleLowerCase("vi")}`
			: title;
	return `${what} (${times} lần)`;
};

const SETTLED: Record<NonNullable<Group["settled"]>["as"], string> = {
	answered: "Câu này đã có câu trả lời.",
	"out-of-scope": "Câu này đã ghi là ngoài phạm vi.",
	dismissed: "Câu này đã được bỏ qua.",
};

export const QUESTION_LABEL = {
	answer: "Viết câu trả lời",
	attach: "Gắn vào câu có sẵn",
	outside: "Ngoài phạm vi",
	dismiss: "Bỏ qua",
	reopen: "Lấy lại câu này",
	list: "Xem các câu khác",
	faq: "Tìm câu trả lời khác",
} as const;

export const groupGone = "Câu này không còn trong danh sách.";
export const settledAs = (text: string, as: "out-of-scope" | "dismissed") =>
	`${as === "dismissed" ? "Đã bỏ qua" : "Đã ghi là ngoài phạm vi"}: “${text}”. ${ended("Người hỏi lại câu này thì danh sách không hiện nữa")}`;
export const reopened = (text: string) =>
	`Đã lấy lại: “${text}”. Ai từng chờ báo thì em không còn giữ.`;
/** Edits are not taken in this run of the bot. */
export const noEditing =
	"Lần chạy này không sửa được kiến thức. Anh/chị làm trên trang của bàn giúp em.";
