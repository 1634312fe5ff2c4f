import type { BookingCode, CodeGenerator } from "./code.js";

/** With 729 million codes one retry is rare already; a generator that hits five in a row is broken. */
const CODE_TRIES = 5;

/** Draws codes until `use` gives something for one; undefined says that the code is in use. */
export async function nextCode<Outcome>(
	draw: CodeGenerator,
	use: (code: BookingCode) => Promise<Outcome | undefined>,
): Promise<Outcome> {
	for (let tried = 0; tried < CODE_TRIES; tried++) {
		const outcome = await use(draw());
		if (outcome !== undefined) return outcome;
	}
	throw new Error(
		`${CODE_TRIES} booking codes in a row were in use: the code generator repeats itself`,
	);
}
