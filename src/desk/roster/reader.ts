import type { Roster, RosterLine } from "../../booking/saturday-desk.js";
import type { MemberId } from "../../booking/session.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { phoneFor } from "../../people/phone.js";
import type { Member } from "../../people/roles.js";
import type { LocalDate } from "../../time.js";

/** A roster, and all that is needed to show it to one reader. */
export interface Reading {
	readonly roster: Roster;
	readonly reader: Member;
	readonly today: LocalDate;
	readonly knowledge: Knowledge;
	/** The team, by whom the members' ids are read. */
	readonly members: readonly Member[];
	readonly office: string;
}

/** What the list calls a member. */
export function nameOf(
	{ members, reader }: Pick<Reading, "members" | "reader">,
	id: MemberId | undefined,
): string {
	if (id === undefined) return "chưa có ai";
	if (id === reader.id) return "bạn";
	return members.find((one) => one.id === id)?.name ?? "người đã rời bàn";
}

/** The phone number, where this reader may see it. */
export const phoneOn = (
	{ reader, today }: Pick<Reading, "reader" | "today">,
	{ booking, volunteer }: RosterLine,
): string | undefined =>
	phoneFor(booking, { reader: reader.id, concerned: volunteer, today });
