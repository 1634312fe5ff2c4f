/** A value without parts, as YAML has them. */
export type Scalar = string | number | boolean | null;

export const isScalarValue = (value: unknown): value is Scalar =>
	value === null || ["string", "number", "boolean"].includes(typeof value);

/** Where in a file a scalar is written. */
interface Place {
	/** The column at which it begins. */
	readonly column: number;
	/** How far its further lines are indented. */
	readonly indent: number;
	/** A line longer than this goes on in the next one. */
	readonly width: number;
	/** Between brackets. */
	readonly flow: boolean;
}

/** Writes a scalar as the knowledge files write theirs: plain where that can be read, else in single quotes. */
export function showScalar(value: Scalar, place: Place): string {
	if (typeof value !== "string") return String(value);
	if (/[\n\t]/.test(value)) return JSON.stringify(value);
	const text = isPlain(value, place.flow)
		? value
		: `'${value.replaceAll("'", "''")}'`;
	return place.flow ? text : folded(text, place);
}

function isPlain(text: string, flow: boolean): boolean {
	return !(
		text === "" ||
		text !== text.trim() ||
		/^[-?:](\s|$)|^[,[\]{}#&*!|>'"%@`]|^(---|\.\.\.)/.test(text) ||
		/:(\s|$)|\s#/.test(text) ||
		(flow && /[,[\]{}?]|:\S/.test(text)) ||
		/^(true|false|null|~|=|<<)$/i.test(text) ||
		// Numbers, days, hours and official codes: what readers could take for a number.
		/^[-+.]?\d[\d_.:,eExXoO+-]*$|^0x[\da-f]+$|^[-+]?\.(inf|nan)$/i.test(text) ||
		/^[a-z\d.]+#[a-z\d-]+$/.test(text)
	);
}

/** Goes on in the next line after the first word that passes the width. */
function folded(text: string, { column, indent, width }: Place): string {
	const [first = "", ...words] = text.split(/(?<=\S) (?=\S)/);
	let end = column + first.length;
	return words.reduce((line, word) => {
		const breaks = end > width;
		end = (breaks ? indent : end + 1) + word.length;
		return `${line}${breaks ? `\n${" ".repeat(indent)}` : " "}${word}`;
	}, first);
}
