import type { Slot } from "../booking/store.js";
import type { Permission } from "../people/roles.js";
import { fold } from "../search/fold.js";
import { LocalDate } from "../time.js";
import {
	type QuestionAct,
	questionDetail,
	readQuestionAct,
} from "./question-act.js";
import { readWish } from "./reading/wish.js";
import { words } from "./reading/words.js";
import { type RosterAct, readRosterAct, rosterDetail } from "./roster-act.js";

type Session = Pick<Slot, "desk" | "day">;

/** What those who work at the desks can ask for, and how one becomes one of them. */
export type StaffAct =
	/** Comes in by an invitation, or links this conversation. */
	| { readonly kind: "enter"; readonly secret?: string }
	| { readonly kind: "sign-in" }
	| { readonly kind: "sign-out" }
	| { readonly kind: "unlink" }
	| { readonly kind: "invite" }
	| { readonly kind: "withdraw"; readonly invitation: string }
	| { readonly kind: "team" }
	/** The coming Saturdays: who comes, and coming oneself. */
	| { readonly kind: "duties" }
	| { readonly kind: "serve" | "drop-out"; readonly session: Session }
	/** Comes instead of who dropped out; without a session, where somebody is missing first. */
	| {
			readonly kind: "relieve";
			readonly desk?: string;
			readonly day?: LocalDate;
	  }
	/** Opens or closes a Saturday, which is chosen then. */
	| { readonly kind: "open-session" | "close-session" }
	| QuestionAct
	| RosterAct;

/** What each needs; whoever has it not is told no more than that it is for those who work at the desks. */
export const STAFF_NEEDS: Readonly<
	Record<StaffAct["kind"], Permission | "nothing">
> = {
	enter: "nothing",
	"sign-in": "keep-account",
	"sign-out": "keep-account",
	unlink: "keep-account",
	invite: "manage-team",
	withdraw: "manage-team",
	team: "manage-team",
	duties: "serve",
	serve: "serve",
	"drop-out": "serve",
	relieve: "serve",
	"open-session": "plan-sessions",
	"close-session": "plan-sessions",
	questions: "see-questions",
	question: "edit-knowledge",
	faq: "edit-knowledge",
	unpublish: "edit-knowledge",
	roster: "see-roster",
	rosters: "see-roster",
	people: "see-roster",
	sheet: "see-roster",
	visit: "record-visit",
	forward: "record-visit",
	"walk-in": "record-visit",
};

/** The command of each, without accents. */
const SLASH: Readonly<Record<string, (rest: string) => StaffAct>> = {
	vao: (rest) => (rest ? { kind: "enter", secret: rest } : { kind: "enter" }),
	dangnhap: () => ({ kind: "sign-in" }),
	dangxuat: () => ({ kind: "sign-out" }),
	moi: () => ({ kind: "invite" }),
	nhom: () => ({ kind: "team" }),
	ban: () => ({ kind: "roster" }),
	lich: () => ({ kind: "roster" }),
	lichtruc: () => ({ kind: "duties" }),
	cauhoi: () => ({ kind: "questions" }),
	faq: (rest) => (rest ? { kind: "faq", words: rest } : { kind: "faq" }),
	molich: () => ({ kind: "open-session" }),
	donglich: () => ({ kind: "close-session" }),
};

export const readStaffCommand = (
	name: string,
	rest: string,
): StaffAct | undefined => SLASH[fold(name).replaceAll("_", "")]?.(rest.trim());

/** As the question of the outbox says it, for whoever types it: `Tôi đến thay 28/11`. */
export function readStaffPhrase(
	text: string,
	today: LocalDate,
): StaffAct | undefined {
	if (!/^toi den thay( \d{1,2} \d{1,2}( \d{4})?)?$/.test(words(text)))
		return undefined;
	const { day } = readWish(text, today);
	return { kind: "relieve", ...(day && { day }) };
}

/** What a button sends back. A secret is in none: it would stay with the button. */
export function staffValue(act: StaffAct): string {
	const value = `staff:${act.kind}`;
	switch (act.kind) {
		case "withdraw":
			return `${value}:${act.invitation}`;
		case "serve":
		case "drop-out":
			return `${value}:${act.session.day}:${act.session.desk}`;
		case "relieve":
			return act.desk && act.day ? `${value}:${act.day}:${act.desk}` : value;
		case "questions":
		case "question":
		case "faq":
		case "unpublish":
			return [value, ...questionDetail(act)].join(":");
		case "roster":
		case "rosters":
		case "people":
		case "sheet":
		case "visit":
		case "forward":
		case "walk-in":
			return [value, ...rosterDetail(act)].join(":");
		default:
			return value;
	}
}

export function readStaff(
	kind: string,
	detail: string | undefined,
	more?: string,
	last?: string,
): StaffAct | undefined {
	switch (kind) {
		case "enter":
		case "sign-in":
		case "sign-out":
		case "unlink":
		case "invite":
		case "team":
		case "duties":
		case "open-session":
		case "close-session":
			return detail === undefined ? { kind } : undefined;
		case "serve":
		case "drop-out": {
			const day = LocalDate.safeParse(detail).data;
			return day && more ? { kind, session: { desk: more, day } } : undefined;
		}
		case "relieve": {
			if (detail === undefined) return { kind };
			const day = LocalDate.safeParse(detail).data;
			return day && more ? { kind, desk: more, day } : undefined;
		}
		case "withdraw":
			return detail ? { kind, invitation: detail } : undefined;
		default:
			return (
				readQuestionAct(kind, detail, more) ??
				readRosterAct(kind, detail, more, last)
			);
	}
}
