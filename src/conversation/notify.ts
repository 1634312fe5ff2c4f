import type { BookingCode } from "../booking/code.js";
import type { Booking } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { LetterContent } from "../outbox/letter.js";
import type { Notice } from "../outbox/notice.js";
import { notice } from "./flows/notice.js";
import type { Reply } from "./reply.js";
import * as letters from "./wording/letters.js";
import { NOTICE } from "./wording/notices.js";
import { procedureOf } from "./wording/show.js";

/** A notice as a reply that nobody asked for. */
export function sayNotice(
	{ kind, booking }: Notice,
	knowledge: Knowledge,
): Reply {
	const text = NOTICE[kind](booking, knowledge);
	switch (kind) {
		case "booked":
		case "moved":
		case "cancelled":
			return { text, booking: notice(booking, kind) };
		case "friday":
		case "two-hours":
		case "closed":
			return { text };
	}
}

/** A letter as a reply that nobody asked for; nothing, if what it tells of is no more. */
export async function sayLetter(
	content: LetterContent,
	knowledge: Knowledge,
	find: (code: BookingCode) => Promise<Booking | undefined>,
): Promise<Reply | undefined> {
	switch (content.kind) {
		case "answer-published": {
			const procedure = procedureOf(knowledge, content.procedure);
			const faq =
				content.faq === undefined ? undefined : knowledge.faq.get(content.faq);
			if (!procedure || (content.faq !== undefined && !faq)) return undefined;
			return { text: letters.answerPublished(procedure, content.aspect, faq) };
		}
		case "duty-gap":
			return { text: letters.dutyGap(content, knowledge) };
		case "papers-changed": {
			const booking = await find(content.code);
			return booking?.status === "booked" && booking.procedure !== undefined
				? { text: letters.papersChanged(booking, knowledge) }
				: undefined;
		}
	}
}
