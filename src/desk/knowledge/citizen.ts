import {
	ASPECT_LABEL,
	sayAspect,
	sayFaq,
	sayOverview,
} from "../../conversation/wording/answer.js";
import { person } from "../../conversation/wording/general.js";
import { showDay } from "../../conversation/wording/show.js";
import { calendarWords } from "../../conversation/wording/staff/sessions.js";
import type { EntryRef } from "../../knowledge/entry.js";
import { Aspect, type Knowledge } from "../../knowledge/schema.js";
import { addDays, type LocalDate, saturdayFrom } from "../../time.js";
import type { EditableKind } from "./at.js";

/** One thing the bot says, and when. */
export interface Said {
	readonly when: string;
	readonly text: string;
}

/** What people will read of an entry; of a procedure only what will be said otherwise. */
export function asCitizensRead(
	{ kind, id }: EntryRef<EditableKind>,
	before: Knowledge,
	after: Knowledge,
): readonly Said[] {
	switch (kind) {
		case "faq": {
			const faq = after.faq.get(id);
			if (!faq) return [];
			const about = after.procedures.get(faq.procedure)?.title;
			const text = sayFaq(faq, about, after.replaced);
			return [{ when: `Khi hỏi “${faq.question}”`, text }];
		}
		case "procedure": {
			const old = new Map(
				saidOf(id, before).map(({ when, text }) => [when, text]),
			);
			return saidOf(id, after).filter(
				({ when, text }) => old.get(when) !== text,
			);
		}
		case "topic": {
			const topic = after.outOfScope.topics.find((one) => one.id === id);
			return topic
				? [{ when: `Khi hỏi “${topic.asks[0]}”`, text: topic.answer }]
				: [];
		}
		case "office":
		case "desk":
			return [
				{
					when: "Khi nhắn “gặp người”",
					text: person(after.office, after.desks),
				},
			];
		case "day": {
			const row = after.calendar.days.find(({ from }) => from === id);
			if (!row) return [];
			const days = saturdaysOf(row.from, row.to ?? row.from).map(showDay);
			return [
				{
					when: "Ở lịch các thứ Bảy",
					text: `${calendarWords(row)}.\n${days.length > 0 ? `Chạm: ${days.join("; ")}.` : "Không chạm thứ Bảy nào."}`,
				},
			];
		}
		case "meaning":
		case "abbreviation":
			return [];
	}
}

function saidOf(
	id: string,
	{ procedures, replaced }: Knowledge,
): readonly Said[] {
	const procedure = procedures.get(id);
	if (!procedure) return [];
	return [
		{ when: "Khi hỏi chung", text: sayOverview(procedure, replaced) },
		...Aspect.options.map((aspect) => ({
			when: `Khi hỏi “${ASPECT_LABEL[aspect]}”`,
			text: sayAspect(procedure, aspect, { replaced }),
		})),
	];
}

function saturdaysOf(from: LocalDate, to: LocalDate): readonly LocalDate[] {
	const days: LocalDate[] = [];
	for (let day = saturdayFrom(from); day <= to; day = addDays(day, 7))
		days.push(day);
	return days;
}
