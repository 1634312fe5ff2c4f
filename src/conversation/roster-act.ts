import { type BookingCode, readCode } from "../booking/code.js";
import type { Slot } from "../booking/store.js";
import { OUTCOMES } from "../booking/visit.js";
import type { MemberId } from "../people/roles.js";
import { LocalDate } from "../time.js";

type Session = Pick<Slot, "desk" | "day">;

/** What is done with one visitor; an outcome says that they are done, and with what. */
export const VISIT_STEPS = [
	"show",
	"arrived",
	"done",
	"no-show",
	"undo",
	"forward",
	...OUTCOMES,
] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];

/** What volunteers ask of the list of those who come. */
export type RosterAct =
	/** Without a session: today's or the next. */
	| {
			readonly kind: "roster";
			readonly session?: Session;
			readonly from?: number;
	  }
	| { readonly kind: "rosters" }
	/** Which of them: for what is not offered at once. */
	| {
			readonly kind: "people";
			readonly session: Session;
			readonly from: number;
	  }
	| { readonly kind: "sheet"; readonly session: Session }
	| { readonly kind: "walk-in"; readonly session: Session }
	| {
			readonly kind: "visit";
			readonly code: BookingCode;
			readonly step: VisitStep;
	  }
	| {
			readonly kind: "forward";
			readonly code: BookingCode;
			readonly to: MemberId;
	  };

/** What a button sends back, after its kind. */
export function rosterDetail(act: RosterAct): readonly (string | number)[] {
	switch (act.kind) {
		case "roster": {
			const { session, from } = act;
			return session
				? [session.day, session.desk, ...(from ? [from] : [])]
				: [];
		}
		case "people":
			// Never a 0 at the end: that is what leaves a menu (choice.ts).
			return [
				act.session.day,
				act.session.desk,
				...(act.from > 0 ? [act.from] : []),
			];
		case "sheet":
		case "walk-in":
			return [act.session.day, act.session.desk];
		case "visit":
			return [act.code, act.step];
		case "forward":
			return [act.code, act.to];
		case "rosters":
			return [];
	}
}

export function readRosterAct(
	kind: string,
	detail = "",
	more = "",
	last = "0",
): RosterAct | undefined {
	const day = LocalDate.safeParse(detail).data;
	const session = day && more ? { desk: more, day } : undefined;
	const from = /^\d{1,3}$/.test(last) ? Number(last) : 0;
	const code = readCode(detail);
	switch (kind) {
		case "roster":
			if (!detail) return { kind };
			return session && { kind, session, ...(from > 0 && { from }) };
		case "rosters":
			return detail ? undefined : { kind };
		case "people":
			return session && { kind, session, from };
		case "sheet":
		case "walk-in":
			return session && { kind, session };
		case "visit": {
			const step = VISIT_STEPS.find((one) => one === more);
			return code && step && { kind, code, step };
		}
		case "forward":
			return code && more ? { kind, code, to: more } : undefined;
		default:
			return undefined;
	}
}
