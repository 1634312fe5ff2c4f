import { gapsAt } from "../booking/duty-acts.js";
import type { Waiting } from "../booking/session.js";
import type { BookingStore, Slot } from "../booking/store.js";
import { RATINGS } from "../booking/visit.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { LetterContent } from "../outbox/letter.js";
import type { LineNotice, Notice } from "../outbox/notice.js";
import { sayClosed } from "./flows/closed.js";
import { offerChoices } from "./flows/line/choices.js";
import { notice } from "./flows/notice.js";
import { readyChoice } from "./flows/ready-choice.js";
import type { Reply } from "./reply.js";
import { offer } from "./turn.js";
import { LABEL } from "./wording/general.js";
import * as letters from "./wording/letters.js";
import { offered, offerLapsed } from "./wording/line.js";
import { NOTICE } from "./wording/notices.js";
import { askRating, RATING } from "./wording/rate-visit.js";
import { procedureOf } from "./wording/show.js";

/** A notice as a reply that nobody asked for; `instead` gives other times to come. */
export function sayNotice(
	{ kind, booking }: Notice,
	knowledge: Knowledge,
	instead: () => readonly Slot[] = () => [],
	now?: Date,
): Reply {
	if (kind === "closed") return sayClosed(booking, instead());
	if (kind === "rating") {
		const { code } = booking;
		return {
			text: askRating(booking),
			choices: RATINGS.toReversed().map((rating) =>
				offer(RATING[rating], { kind: "visit-rating", rating, code }),
			),
		};
	}
	const text = NOTICE[kind](booking, knowledge);
	switch (kind) {
		case "booked":
		case "moved":
		case "cancelled":
			return { text, booking: notice(booking, kind) };
		case "friday": {
			const choices = now ? readyChoice({ knowledge, now }, booking) : [];
			return { text, ...(choices.length > 0 && { choices }) };
		}
		case "two-hours":
			return { text };
	}
}

/** What somebody in line is told unasked. */
export const sayInLine = (
	kind: LineNotice,
	session: Pick<Slot, "desk" | "day">,
	waiting: Pick<Waiting, "offer">,
	now: Date,
): Reply =>
	kind === "offer" && waiting.offer
		? {
				text: offered(
					{ ...session, time: waiting.offer.time },
					waiting.offer,
					now,
				),
				choices: offerChoices(session),
			}
		: {
				text: offerLapsed(session),
				choices: [offer(LABEL.book, { kind: "book" })],
			};

/** A letter as a reply that nobody asked for; nothing, if what it tells of is no more. */
export async function sayLetter(
	content: LetterContent,
	knowledge: Knowledge,
	{ find, saturday }: Pick<BookingStore, "find" | "saturday">,
): Promise<Reply | undefined> {
	switch (content.kind) {
		case "answer-published": {
			const procedure = procedureOf(knowledge, content.procedure);
			const faq =
				content.faq === undefined ? undefined : knowledge.faq.get(content.faq);
			if (!procedure || (content.faq !== undefined && !faq)) return undefined;
			return { text: letters.answerPublished(procedure, content.aspect, faq) };
		}
		case "duty-gap": {
			const { desk, day } = content;
			return gapsAt(await saturday(day), desk).length > 0
				? {
						text: letters.dutyGap(content, knowledge),
						choices: [
							offer(letters.relieve(day), {
								kind: "staff",
								does: { kind: "relieve", desk, day },
							}),
						],
					}
				: undefined;
		}
		case "duty-filled":
			return { text: letters.dutyFilled(content, knowledge) };
		case "papers-changed": {
			const booking = await find(content.code);
			return booking?.status === "booked" && booking.procedure !== undefined
				? { text: letters.papersChanged(booking, knowledge) }
				: undefined;
		}
	}
}
