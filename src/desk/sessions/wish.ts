import * as z from "zod";
import { halfHoursOf } from "../../booking/calendar.js";
import type { SessionView } from "../../booking/saturday-desk.js";
import type { Hours, Plan } from "../../booking/session.js";
import { cleanNote } from "../../people/note.js";
import { LocalTime } from "../../time.js";
import { ticked } from "../form.js";
import { type At, atValue, readAt } from "./at.js";

/** What the places of a half hour follow. */
export const KEEP = "giu";
export const BY_VOLUNTEERS = "theo";
/** More than a desk may have in knowledge/desks.yaml. */
const MOST_PLACES = 100;
/** More are not planned in one step. */
const MOST_SESSIONS = 60;

/** What an administrator wants of some Saturdays. */
export interface Wish {
	readonly sessions: readonly At[];
	readonly open: boolean;
	/** Everything is said, and what is empty is as usual; otherwise what is empty stays as it is. */
	readonly whole: boolean;
	/** None: nothing was said about them. */
	readonly hours: readonly Hours[];
	readonly places: number | typeof KEEP | typeof BY_VOLUNTEERS;
	readonly note: string;
}

/** What is wrong with a form, in the order in which it is asked. */
export type WishFault = "no-sessions" | "too-many" | "hours" | "places";

const Time = z.union([
	z.literal("").transform(() => undefined),
	LocalTime.optional(),
]);
const Fields = z.object({
	buoi: z.unknown(),
	viec: z.enum(["mo", "dong"]),
	nguyen: z.string().optional(),
	tu: Time,
	den: Time,
	tu2: Time,
	den2: Time,
	cho: z
		.union([
			z.literal([KEEP, BY_VOLUNTEERS]),
			z.coerce.number().int().min(1).max(MOST_PLACES),
		])
		.default(KEEP),
	ghi: z.string().default(""),
});
type Fields = z.infer<typeof Fields>;

export function readWish(
	sent: Readonly<Record<string, unknown>>,
): Wish | WishFault {
	const sessions = [...new Set(ticked(sent.buoi))].flatMap(
		(value) => readAt(value) ?? [],
	);
	if (sessions.length === 0) return "no-sessions";
	if (sessions.length > MOST_SESSIONS) return "too-many";
	const read = Fields.safeParse(sent);
	if (!read.success)
		return read.error.issues.some(({ path }) => path[0] === "cho")
			? "places"
			: "hours";
	const { viec, nguyen, cho, ghi } = read.data;
	const hours = readHours(read.data);
	return hours === undefined
		? "hours"
		: {
				sessions,
				open: viec === "mo",
				whole: nguyen !== undefined,
				hours,
				places: cho,
				note: cleanNote(ghi),
			};
}

/** Each stretch has a beginning and, half an hour later at least, an end; the second does not begin within the first. */
function readHours({
	tu,
	den,
	tu2,
	den2,
}: Fields): readonly Hours[] | undefined {
	const stretches: Hours[] = [];
	for (const [from, to] of [
		[tu, den],
		[tu2, den2],
	] as const) {
		if (from === undefined && to === undefined) continue;
		if (from === undefined || to === undefined) return undefined;
		const stretch = { from, to };
		const before = stretches.at(-1);
		if (halfHoursOf([stretch]).length === 0) return undefined;
		if (before && from < before.to) return undefined;
		stretches.push(stretch);
	}
	return stretches;
}

/** The plan of one session; what it says already, and the wish does not, it goes on saying. Closing changes no hours. */
export function planFor(wish: Wish, { desk, plan }: SessionView): Plan {
	const { despite: _, ...before } = plan ?? { desk: desk.id, open: true };
	const note = wish.note || (wish.whole ? "" : (before.note ?? ""));
	const { note: __, ...rest } = { ...before, desk: desk.id, open: wish.open };
	const changed = wish.open
		? withPlaces(withHours(rest, wish, desk), wish)
		: rest;
	return note ? { ...changed, note } : changed;
}

function withHours(
	{ hours, ...plan }: Plan,
	wish: Wish,
	{ sessions }: SessionView["desk"],
): Plan {
	const said = wish.hours.length > 0 || wish.whole ? wish.hours : hours;
	const usual = halfHoursOf(sessions).join();
	return said && said.length > 0 && halfHoursOf(said).join() !== usual
		? { ...plan, hours: said }
		: plan;
}

function withPlaces({ places, ...plan }: Plan, wish: Wish): Plan {
	if (wish.places === BY_VOLUNTEERS) return plan;
	const said = wish.places === KEEP ? places : wish.places;
	return said === undefined ? plan : { ...plan, places: said };
}

/** The same wish for the form that confirms it. */
export const wishFields = (
	wish: Wish,
): readonly (readonly [name: string, value: string])[] => {
	const [first, second] = wish.hours;
	return [
		["viec", wish.open ? "mo" : "dong"],
		...(wish.whole ? ([["nguyen", "1"]] as const) : []),
		["tu", first?.from ?? ""],
		["den", first?.to ?? ""],
		["tu2", second?.from ?? ""],
		["den2", second?.to ?? ""],
		["cho", String(wish.places)],
		["ghi", wish.note],
	];
};

/** How many each session was said to hit, as the confirmed form carries it. */
export function readSeen(
	sent: Readonly<Record<string, unknown>>,
): (at: At) => number | undefined {
	const seen = new Map<string, number>(
		ticked(sent.thay).map((value) => {
			const [day, desk, count] = value.split(" ");
			return [`${day} ${desk}`, Number(count ?? Number.NaN)] as const;
		}),
	);
	return (at) => seen.get(atValue(at));
}
