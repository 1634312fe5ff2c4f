import { showDate } from "../../conversation/wording/show.js";
import type { Fault } from "../../knowledge/fault.js";
import { FIELD_LABEL } from "../../knowledge/labels.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { type Group, timesOf } from "../../questions/book.js";
import type { TargetKind } from "./target.js";

/** `chưa rõ 4 lần; chưa đúng ý 2 lần, sau câu “…”` */
export function howItEnded(group: Group, knowledge: Knowledge): string {
	const { unhelpful } = group;
	const inVain = unhelpful.reduce((sum, { times }) => sum + times, 0);
	const unknown = Math.max(0, timesOf(group) - inVain);
	return [
		unknown > 0 && `chưa rõ ${unknown} lần`,
		...unhelpful.map(
			({ answered, times }) =>
				`chưa đúng ý ${times} lần sau câu “${toldTitle(answered, knowledge)}”`,
		),
	]
		.filter(Boolean)
		.join("; ");
}

const toldTitle = (
	{ procedure, faq }: Group["unhelpful"][number]["answered"],
	knowledge: Knowledge,
): string =>
	(faq !== undefined
		? knowledge.faq.get(faq)?.question
		: knowledge.procedures.get(procedure)?.title) ?? "nay không còn";

export const ENDED = {
	answered: "đã có câu trả lời",
	"out-of-scope": "ngoài phạm vi",
	dismissed: "bỏ qua",
} as const;

export const endedOn = ({ as, on }: NonNullable<Group["settled"]>): string =>
	`Đã xong ngày ${showDate(on)}: ${ENDED[as]}.`;

export const TARGET: Readonly<Record<TargetKind, string>> = {
	faq: "Câu hỏi thường gặp",
	procedure: "Thủ tục",
	topic: "Ngoài phạm vi",
};

/** What is wrong with an edit, for whoever typed it: the field by its name, and what to do. */
export const faultWords = (faults: readonly Fault[]): string =>
	`Chưa công bố được: ${faults
		.slice(0, 3)
		.map(
			({ field, problem, remedy }) =>
				`${FIELD_LABEL[field.split(".").at(-1) ?? ""] ?? field}${field && ": "}${problem}. Cách sửa: ${remedy}`,
		)
		.join(". ")}.`;

export const CLASH =
	"Người khác vừa sửa mục này. Bản xem trước dưới đây đã theo bản mới; anh/chị xem lại rồi bấm Công bố.";
