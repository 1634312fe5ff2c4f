import { dayAt } from "../time.js";
import type { MemberId } from "./roles.js";

/** What a member can do to or see of personal data. A new act will not compile until it has words on the audit page. */
export type AuditAct =
	// The team
	| "team-seen"
	| "account-seen"
	| "member-joined"
	| "member-changed"
	| "member-removed"
	| "member-left"
	| "conversation-linked"
	| "conversation-unlinked"
	| "invitation-made"
	| "invitation-withdrawn"
	| "signed-in"
	| "signed-out-everywhere"
	| "audit-seen"
	// The sessions
	| "roster-seen"
	| "roster-printed"
	| "roster-downloaded"
	| "visit-recorded"
	| "visit-undone"
	| "booking-forwarded"
	| "walk-in-added"
	| "session-planned"
	| "hits-seen"
	| "waiting-seen";

/** Who did what, when, to what: never the data itself. */
export interface AuditEntry {
	readonly at: Date;
	readonly by: MemberId;
	readonly act: AuditAct;
	/** The code of a booking, the day of a session, the id of a member or entry. */
	readonly subject: string;
	readonly desk?: string;
}

/** `2026-11` */
export type Month = `${number}-${number}`;

/** The list of what members saw and changed: added to, never changed. Durable once a promise resolves. */
export interface AuditStore {
	note(entry: AuditEntry): Promise<void>;
	/** Of one month at the desk, oldest first. */
	list(month: Month): Promise<readonly AuditEntry[]>;
	/** Those with entries, the newest first. */
	months(): Promise<readonly Month[]>;
}

export const monthOf = (instant: Date): Month =>
	dayAt(instant).slice(0, 7) as Month;
