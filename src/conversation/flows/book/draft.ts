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

/** Minutes that the seat is still held, at least one while it is. */
export function minutesHeld({ heldUntil }: BookForm, now: Date): number {
	if (heldUntil === undefined) return 0;
	const left = (Date.parse(heldUntil) - now.getTime()) / 60_000;
	return left > 0 ? Math.max(1, Math.round(left)) : 0;
}
