import { type BookingCode, readCode } from "../booking/code.js";
import type { Slot } from "../booking/store.js";
import { RATINGS, type Rating } from "../booking/visit.js";
import { Aspect } from "../knowledge/schema.js";
import { LocalDate, LocalTime } from "../time.js";
import {
	type FeedbackAct,
	feedbackValue,
	readFeedback,
} from "./feedback-act.js";
import type { Wish } from "./reading/wish.js";
import { readStaff, type StaffAct, staffValue } from "./staff-act.js";

type Session = Pick<Slot, "desk" | "day">;

/** Something a person can ask for at any time, whatever was said before. */
export type Act =
	| {
			readonly kind: "ask";
			readonly procedure: string;
			readonly aspect: Aspect | null;
	  }
	| { readonly kind: "faq"; readonly faq: string }
	| { readonly kind: "book"; readonly procedure?: string; readonly wish?: Wish }
	| { readonly kind: "bookings" }
	| { readonly kind: "papers"; readonly code: BookingCode }
	| { readonly kind: "show"; readonly code: BookingCode }
	/** Says which papers they have; without a code, for the booking that is chosen then. */
	| { readonly kind: "ready"; readonly code?: BookingCode }
	/** Takes back the question that goes along with a booking. */
	| { readonly kind: "unask"; readonly code: BookingCode }
	| { readonly kind: "move"; readonly code?: BookingCode; readonly wish?: Wish }
	| { readonly kind: "cancel"; readonly code?: BookingCode }
	/** Takes the seat kept for somebody in line; without a session, the first there is. */
	| { readonly kind: "accept"; readonly session?: Session }
	| { readonly kind: "decline" }
	| { readonly kind: "leave-line"; readonly session?: Session }
	| FeedbackAct
	| { readonly kind: "staff"; readonly does: StaffAct }
	/** How content they were with their visit; without a code, the latest. */
	| {
			readonly kind: "visit-rating";
			readonly rating: Rating;
			readonly code?: BookingCode;
	  }
	| { readonly kind: "data" }
	| { readonly kind: "correct"; readonly what: "name" | "phone" }
	| { readonly kind: "forget" }
	| { readonly kind: "help" }
	| { readonly kind: "person" }
	| { readonly kind: "again" }
	| { readonly kind: "keep" };

/**
 * The value of a choice that means the same for ever, under however old a message. At most 64 bytes: the longest entry
 * id has 28, the longest aspect 10.
 */
export function actValue(act: Act): string {
	switch (act.kind) {
		case "ask":
			return ["ask", act.procedure, ...(act.aspect ? [act.aspect] : [])].join(
				":",
			);
		case "faq":
			return `faq:${act.faq}`;
		case "book":
			return act.procedure ? `book:${act.procedure}` : "book";
		case "staff":
			return staffValue(act.does);
		case "papers":
		case "show":
		case "unask":
			return `${act.kind}:${act.code}`;
		case "ready":
			return act.code ? `ready:${act.code}` : "ready";
		case "move":
			return [
				act.kind,
				...(act.code ? [act.code] : []),
				...(act.code && act.wish?.day && act.wish.time
					? [act.wish.day, act.wish.time.replace(":", "")]
					: []),
			].join(":");
		case "cancel":
			return act.code ? `${act.kind}:${act.code}` : act.kind;
		case "accept":
		case "leave-line":
			return act.session
				? `${act.kind}:${act.session.day}:${act.session.desk}`
				: act.kind;
		case "rate":
		case "follow":
			return feedbackValue(act);
		case "visit-rating":
			return [act.kind, act.rating, ...(act.code ? [act.code] : [])].join(":");
		case "correct":
			return `correct:${act.what}`;
		default:
			return act.kind;
	}
}

/** The act of a value that `actValue` wrote; undefined for anything else. */
export function readAct(value: string): Act | undefined {
	const [kind = "", subject = "", detail, more, last] = value.split(":");
	const code = readCode(subject);
	switch (kind) {
		case "ask": {
			const aspect =
				detail === undefined ? null : Aspect.safeParse(detail).data;
			return subject && aspect !== undefined
				? { kind, procedure: subject, aspect }
				: undefined;
		}
		case "faq":
			return subject ? { kind, faq: subject } : undefined;
		case "staff": {
			const does = readStaff(subject, detail, more, last);
			return does && { kind, does };
		}
		case "book":
			return subject ? { kind, procedure: subject } : { kind };
		case "papers":
		case "show":
		case "unask":
			return code && { kind, code };
		case "move": {
			if (!subject) return { kind };
			const wish = readWhen(detail, more);
			return code && { kind, code, ...(wish && { wish }) };
		}
		case "cancel":
		case "ready":
			if (!subject) return { kind };
			return code && { kind, code };
		case "accept":
		case "leave-line": {
			if (!subject) return { kind };
			const day = LocalDate.safeParse(subject).data;
			return day && detail
				? { kind, session: { desk: detail, day } }
				: undefined;
		}
		case "rate":
		case "follow":
		case "unfollow":
			return readFeedback(value);
		case "visit-rating": {
			const rating = RATINGS.find((one) => String(one) === subject);
			if (!rating || detail === undefined) return rating && { kind, rating };
			const rated = readCode(detail);
			return rated && { kind, rating, code: rated };
		}
		case "correct":
			return subject === "name" || subject === "phone"
				? { kind, what: subject }
				: undefined;
		case "bookings":
		case "decline":
		case "data":
		case "forget":
		case "help":
		case "person":
		case "again":
		case "keep":
			return subject ? undefined : { kind };
		default:
			return undefined;
	}
}

/** `2026-12-05`, `0830` */
function readWhen(
	day: string | undefined,
	time: string | undefined,
): Required<Wish> | undefined {
	const read = {
		day: LocalDate.safeParse(day).data,
		time: LocalTime.safeParse(time?.replace(/^(\d\d)(\d\d)$/, "$1:$2")).data,
	};
	return read.day && read.time ? { day: read.day, time: read.time } : undefined;
}
