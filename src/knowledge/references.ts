import type { Fault } from "./fault.js";
import type {
	Calendar,
	Desks,
	Faq,
	LegacyCodes,
	OutOfScope,
	Procedure,
} from "./schema.js";

/** An entry with the place it was read from. */
export interface Placed<Entry> {
	readonly entry: Entry;
	readonly file: string;
	lineOf(...path: readonly PropertyKey[]): number;
}

interface Parts {
	readonly procedures: readonly Placed<Procedure>[];
	readonly faq: readonly Placed<Faq>[];
	readonly legacy: LegacyCodes | undefined;
	readonly outOfScope: OutOfScope | undefined;
	readonly calendar: Calendar | undefined;
	readonly desks: Desks | undefined;
}

/** What no single file can show: ids given twice, references to nothing, files under a wrong name. */
export function checkReferences(parts: Parts): readonly Fault[] {
	const ids = new Set(parts.procedures.map(({ entry }) => entry.id));
	const top = () => 1;
	const dangling = (
		file: string,
		line: () => number,
		field: string,
		id: string | null | undefined,
	): Fault[] =>
		id == null || ids.has(id)
			? []
			: [
					{
						file,
						line: line(),
						field,
						problem: `không có thủ tục "${id}"`,
						remedy: "ghi đúng id của một tệp trong knowledge/procedures",
					},
				];
	return [
		...twice(parts.procedures, "id"),
		...twice(parts.faq, "id"),
		...parts.procedures.flatMap(misnamed),
		...parts.procedures.flatMap(({ entry, file, lineOf }) =>
			dangling(file, () => lineOf("caseOf"), "caseOf", entry.caseOf),
		),
		...parts.faq.flatMap(({ entry, file, lineOf }) =>
			dangling(file, () => lineOf("procedure"), "procedure", entry.procedure),
		),
		...(parts.legacy?.legacy ?? []).flatMap(({ replacedBy, code }) =>
			dangling("legacy-codes.yaml", top, `${code}.replacedBy`, replacedBy),
		),
		...(parts.outOfScope?.topics ?? []).flatMap(({ id, related }) =>
			related.flatMap((procedure) =>
				dangling("out-of-scope.yaml", top, `${id}.related`, procedure),
			),
		),
		...openedHolidays(parts.calendar, parts.desks),
	];
}

function twice(
	entries: readonly Placed<{ readonly id: string }>[],
	field: string,
): readonly Fault[] {
	const first = new Map<string, string>();
	return entries.flatMap(({ entry, file, lineOf }) => {
		const earlier = first.get(entry.id);
		if (earlier === undefined) {
			first.set(entry.id, file);
			return [];
		}
		return [
			{
				file,
				line: lineOf(field),
				field,
				problem: `"${entry.id}" đã có trong ${earlier}`,
				remedy: "đổi id, hoặc xóa một trong hai mục",
			},
		];
	});
}

/** `2.001583#tu-ho-kinh-doanh` lives in `2.001583-tu-ho-kinh-doanh.yaml`. */
function misnamed({ entry, file, lineOf }: Placed<Procedure>): Fault[] {
	const name = `${entry.id.replace("#", "-")}.yaml`;
	return file.endsWith(`/${name}`)
		? []
		: [
				{
					file,
					line: lineOf("id"),
					field: "id",
					problem: `tên tệp không khớp id "${entry.id}"`,
					remedy: `đổi tên tệp thành ${name}, hoặc sửa id`,
				},
			];
}

function openedHolidays(
	calendar: Calendar | undefined,
	desks: Desks | undefined,
): readonly Fault[] {
	const holidays = (calendar?.days ?? []).filter(
		({ kind }) => kind === "statutory",
	);
	return (desks?.desks ?? []).flatMap(({ id, opened }) =>
		opened.flatMap((day) => {
			const holiday = holidays.find(
				({ from, to = from }) => from <= day && day <= to,
			);
			return holiday
				? [
						{
							file: "desks.yaml",
							line: 1,
							field: `${id}.opened`,
							problem: `${day} là ngày lễ (${holiday.name})`,
							remedy: "bỏ ngày này: ngày lễ không bao giờ mở bàn",
						},
					]
				: [];
		}),
	);
}
