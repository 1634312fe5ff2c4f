import type { Slot } from "../../../booking/store.js";
import type { BookForm } from "../../forms.js";

/** What can be taken out of a booking form again. */
type Detail = Exclude<keyof BookForm, "kind" | "ask">;

export function without(form: BookForm, ...details: Detail[]): BookForm {
	const left = { ...form };
	for (const detail of details) delete left[detail];
	return left;
}

/** The seat chosen; undefined until day, desk and hour are. */
export const slotOf = ({ desk, day, time }: BookForm): Slot | undefined =>
	desk !== undefined && day !== undefined && time !== undefined
		? { desk, day, time }
		: undefined;

/** Whole minutes that the seat is still held, at least one while it is. */
export const minutesHeld = ({ heldUntil }: BookForm, now: Date): number =>
	heldUntil === undefined
		? 0
		: Math.max(0, Math.ceil((Date.parse(heldUntil) - now.getTime()) / 60_000));
