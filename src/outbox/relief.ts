import { halfHours, whyShut } from "../booking/calendar.js";
import { asked, dutiesAt, gapsAt, toldFilled } from "../booking/duty-acts.js";
import { planOf } from "../booking/plan-acts.js";
import type { Saturday } from "../booking/seats.js";
import type { Gap, MemberId } from "../booking/session.js";
import type { BookingStore, PersonKey } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { Member } from "../people/roles.js";
import { standIns } from "../people/stand-ins.js";
import { type Clock, dayAt, instantAt, type LocalDate } from "../time.js";
import type { Letter, LetterContent, LetterStore } from "./letter.js";

interface ReliefDeps {
	readonly bookings: Pick<BookingStore, "saturdays" | "change">;
	readonly letters: Pick<LetterStore, "add" | "find" | "done">;
	readonly members: () => Promise<readonly Member[]>;
	/** Of a member's conversations, the one that can be written to now. */
	readonly reachable: (
		conversations: readonly PersonKey[],
	) => Promise<PersonKey | undefined>;
	readonly knowledge: () => Pick<Knowledge, "desks" | "calendar">;
	readonly clock: Clock;
}

/**
 * Writes what the gaps of the coming Saturdays ask for: to those who could come instead, and, once somebody does, to
 * those who were asked. It is read off the Saturdays, so that a stop in between loses nothing and asks nobody twice.
 */
export function createRelief({
	bookings,
	letters,
	members,
	reachable,
	knowledge,
	clock,
}: ReliefDeps): () => Promise<void> {
	/** Undefined where nobody need come: the desk is shut, gone, or has begun. */
	function beginning(day: LocalDate, saturday: Saturday, id: string) {
		const { desks, calendar } = knowledge();
		const desk = desks.find((one) => one.id === id);
		if (!desk) return undefined;
		const now = clock();
		const plan = planOf(saturday, id);
		const shut = whyShut(day, dayAt(now), desk, calendar, plan);
		const [first] = halfHours(desk, plan);
		if (first === undefined || (shut && shut.kind !== "too-far"))
			return undefined;
		const at = instantAt(day, first);
		return now < at ? at : undefined;
	}

	async function ask(day: LocalDate, saturday: Saturday, gap: Gap) {
		const notAfter = beginning(day, saturday, gap.desk);
		if (!notAfter) return;
		const others = standIns(await members(), gap.desk, {
			duties: dutiesAt(saturday, gap.desk),
			gaps: gapsAt(saturday, gap.desk),
		});
		const written = await write(others, gap, notAfter, {
			kind: "duty-gap",
			desk: gap.desk,
			day,
		});
		await bookings.change(day, asked(gap, written));
	}

	/** Who has not been brought the question need not hear that it is answered. */
	async function tellFilled(day: LocalDate, saturday: Saturday, gap: Gap) {
		const notAfter = beginning(day, saturday, gap.desk);
		const stillMissing = gapsAt(saturday, gap.desk).length > 0;
		if (notAfter && !stillMissing) {
			const coming = dutiesAt(saturday, gap.desk);
			const heard: Member[] = [];
			for (const member of await members()) {
				if (!gap.asked?.includes(member.id)) continue;
				if (coming.some((duty) => duty.member === member.id)) continue;
				const question = letterId("duty-gap", day, gap, member.id);
				if (await letters.find(question)) await letters.done(question);
				else heard.push(member);
			}
			await write(heard, gap, notAfter, {
				kind: "duty-filled",
				desk: gap.desk,
				day,
			});
		}
		await bookings.change(day, toldFilled(gap));
	}

	/** Gives who is written to. */
	async function write(
		to: readonly Member[],
		gap: Gap,
		notAfter: Date,
		content: Extract<LetterContent, { kind: "duty-gap" | "duty-filled" }>,
	): Promise<readonly MemberId[]> {
		const found = await Promise.all(
			to.map(async ({ id, conversations }) => ({
				id,
				person: await reachable(conversations),
			})),
		);
		const createdAt = clock();
		const written = found.flatMap(
			({ id, person }): (Letter & { member: MemberId })[] =>
				person === undefined
					? []
					: [
							{
								id: letterId(content.kind, content.day, gap, id),
								member: id,
								to: person,
								content,
								createdAt,
								notAfter,
							},
						],
		);
		await letters.add(written.map(({ member: _, ...letter }) => letter));
		return written.map(({ member }) => member);
	}

	return async () => {
		const ahead = await bookings.saturdays(dayAt(clock()));
		for (const [day, saturday] of ahead) {
			for (const gap of saturday.filled) await tellFilled(day, saturday, gap);
			for (const gap of saturday.gaps)
				if (gap.asked === undefined) await ask(day, saturday, gap);
		}
	};
}

const letterId = (
	kind: string,
	day: LocalDate,
	{ desk, member, since }: Gap,
	to: MemberId,
) => [kind, day, desk, member, since.getTime(), to].join(" ");
