import type { AnswerChange, Effect } from "../knowledge/editor.js";
import type { Knowledge } from "../knowledge/schema.js";
import { type LabelledQuestion, understandAfter } from "./labelled.js";
import type { Intent, Understand, Understanding } from "./understanding.js";

/** A labelled question whose first answer an edit changes. */
export interface Change {
	readonly question: LabelledQuestion;
	readonly before: Understanding;
	readonly after: Understanding;
}

/** Which labelled questions are answered otherwise with one understanding than with the other. */
export function changedAnswers(
	questions: readonly LabelledQuestion[],
	before: Understand,
	after: Understand,
): readonly Change[] {
	return questions.flatMap((question) => {
		const { previous, text } = question;
		const change = {
			question,
			before: understandAfter(previous, text, before),
			after: understandAfter(previous, text, after),
		};
		return keyOf(change.before) === keyOf(change.after) ? [] : [change];
	});
}

/** The first answer in short: `2.001583 (answer)`, `book`. */
export function firstAnswer({
	intent,
	decision,
	candidates,
}: Understanding): string {
	const [best] = candidates;
	return intent === "ask" && best
		? `${best.faq ?? best.code} (${decision})`
		: intent;
}

const keyOf = (understanding: Understanding) =>
	`${firstAnswer(understanding)} ${understanding.topic}`;

/** What is known, and how messages are understood with it. */
interface Knowing {
	readonly knowledge: Knowledge;
	readonly understand: Understand;
}

/** The effect of an edit on the labelled questions, told with the titles that people know. */
export function effectOf(
	questions: readonly LabelledQuestion[],
	before: Knowing,
	after: Knowing,
): Effect {
	const changes = changedAnswers(
		questions,
		before.understand,
		after.understand,
	).map(({ question, ...change }): AnswerChange => {
		const { text, previous } = question;
		return {
			text,
			...(previous !== undefined && { previous }),
			before: readable(change.before, before.knowledge),
			after: readable(change.after, after.knowledge),
			rightBefore: isRight(question, change.before),
			rightAfter: isRight(question, change.after),
		};
	});
	return { total: questions.length, changes };
}

const isRight = (
	{ intent, codes }: LabelledQuestion,
	understanding: Understanding,
): boolean =>
	intent === understanding.intent &&
	(intent !== "ask" || codes.includes(understanding.candidates[0]?.code ?? ""));

/** What the bot does with a message that asks for no procedure. */
const DOES: Readonly<Record<Exclude<Intent, "ask">, string>> = {
	book: "đặt lịch",
	cancel: "hủy lịch",
	reschedule: "đổi lịch",
	my_booking: "xem lịch hẹn",
	human: "gặp người",
	smalltalk: "chào hỏi",
	out_of_scope: "ngoài phạm vi",
};

function readable(
	{ intent, decision, candidates, topic }: Understanding,
	{ procedures, faq, outOfScope }: Knowledge,
): string {
	if (intent !== "ask") {
		const about = outOfScope.topics.find(({ id }) => id === topic)?.asks[0];
		return about ? `${DOES[intent]}: ${about}` : DOES[intent];
	}
	const [best] = candidates;
	if (!best) return "chưa rõ";
	const question = faq.get(best.faq ?? "")?.question;
	const title = question
		? `“${question}”`
		: (procedures.get(best.code)?.title ?? best.name);
	if (decision === "answer") return title;
	return decision === "clarify" ? `hỏi lại: ${title}` : `chưa rõ: ${title}`;
}
