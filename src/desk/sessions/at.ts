import type { SessionView } from "../../booking/saturday-desk.js";
import { LocalDate } from "../../time.js";

/** One desk's Saturday as the addresses and forms of these pages name it. */
export interface At {
	readonly desk: string;
	readonly day: LocalDate;
}

export const SESSIONS = "/quan-tri/lich";
export const PREVIEW = `${SESSIONS}/xem-truoc`;

export const atOf = ({ desk, day }: SessionView): At => ({
	desk: desk.id,
	day,
});
export const sameAs =
	({ desk, day }: At) =>
	(view: SessionView): boolean =>
		view.desk.id === desk && view.day === day;

export const sessionAddress = ({ desk, day }: At): string =>
	`${SESSIONS}/${day}?${new URLSearchParams({ ban: desk })}`;

/** The list with these sessions, ready for one more field: of the one desk they belong to, or of all. */
export function listAddress(sessions: readonly At[]): string {
	const [desk, other] = [...new Set(sessions.map((at) => at.desk))];
	return desk && !other
		? `${SESSIONS}?${new URLSearchParams({ ban: desk })}&`
		: `${SESSIONS}?`;
}

/** `2026-11-28 thu-bay` */
export const atValue = ({ desk, day }: At): string => `${day} ${desk}`;

export function readAt(value: string): At | undefined {
	const [date, desk] = value.split(" ");
	const day = LocalDate.safeParse(date).data;
	return day && desk ? { day, desk } : undefined;
}
