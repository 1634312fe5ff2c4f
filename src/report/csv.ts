import { stringify } from "csv-stringify/sync";
import type { Figures, Programme } from "./figures.js";
import { FIELD_UNKNOWN, FIVE, NUMBER_NAME, showMonth, THREE } from "./words.js";

type Cell = string | number;

/**
 * One line for each month as a whole, each of its fields, and the period: a table that a spreadsheet can sum and sort.
 * What a field has none of is empty, not 0.
 */
export function csvRows(
	{ months, fields, total, period }: Figures,
	desk: string,
): readonly (readonly Cell[])[] {
	const line = (
		span: string,
		field: string,
		numbers: Partial<Programme>,
	): Cell[] => [
		desk,
		span,
		field,
		...FIVE.map((number) => numbers[number] ?? ""),
	];
	const byField = (span: string, of: Figures["fields"]) =>
		of.map((one) =>
			line(
				span,
				one.field ?? FIELD_UNKNOWN,
				Object.fromEntries(THREE.map((number) => [number, one[number]])),
			),
		);
	return [
		[
			"Bàn",
			"Kỳ",
			"Lĩnh vực",
			...FIVE.map((number) => NUMBER_NAME[number].name),
		],
		...months.flatMap((month) => [
			line(showMonth(month.month), EVERY_FIELD, month),
			...byField(showMonth(month.month), month.fields),
		]),
		...(months.length > 1
			? [line(period.name, EVERY_FIELD, total), ...byField(period.name, fields)]
			: []),
	];
}

/**
 * RFC 4180, with a byte-order mark, without which Excel reads Vietnamese as Latin letters. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
	stringify(
		rows.map((row) => [...row]),
		{ bom: true, record_delimiter: "windows", escape_formulas: true },
	);

const EVERY_FIELD = "Tất cả lĩnh vực";
