import type { Knowledge } from "../knowledge/schema.js";
import type { Notice } from "../outbox/notice.js";
import { notice } from "./flows/notice.js";
import type { Reply } from "./reply.js";
import { NOTICE } from "./wording/notices.js";

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
