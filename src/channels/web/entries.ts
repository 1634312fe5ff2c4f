import type { Knowledge, Procedure } from "../../knowledge/schema.js";
import type { Understand } from "../../search/understanding.js";

/** `/thu-tuc/2.001583/tu-ho-kinh-doanh`: a `#` would be cut off as the place within a page. */
export const addressOfProcedure = (id: string): string =>
	`/thu-tuc/${id.split("#").map(encodeURIComponent).join("/")}`;

export interface Field {
	readonly slug: string;
	readonly name: string;
	readonly procedures: readonly Procedure[];
}

/** Every field with its procedures, the largest field first. */
export function byField({ procedures }: Knowledge): readonly Field[] {
	const fields = new Map<string, Procedure[]>();
	for (const procedure of procedures.values()) {
		const within = fields.get(procedure.field);
		if (within) within.push(procedure);
		else fields.set(procedure.field, [procedure]);
	}
	return [...fields]
		.map(([name, within]) => ({
			name,
			slug: slugOf(name),
			procedures: within.toSorted((a, b) =>
				inVietnamese.compare(a.title, b.title),
			),
		}))
		.toSorted((a, b) => b.procedures.length - a.procedures.length);
}

const inVietnamese = new Intl.Collator("vi");

const slugOf = (name: string) =>
	name
		.toLowerCase()
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replaceAll("đ", "d")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");

export interface Found {
	readonly procedures: readonly Procedure[];
	/** The search itself holds them to be what was meant. */
	readonly certain: boolean;
}

/** By code, current or former, or by meaning, as the conversation would understand it. */
export function find(
	query: string,
	{ procedures, legacy }: Knowledge,
	understand: Understand,
): Found {
	const named = procedures.get(legacy.get(query)?.replacedBy ?? query);
	if (named) return { procedures: [named], certain: true };
	const { candidates, decision } = understand(query);
	return {
		certain: decision !== "unknown",
		procedures: candidates.flatMap(({ code }) => procedures.get(code) ?? []),
	};
}

/** The procedure a case belongs to and its other cases. */
export function relativesOf(
	{ id, caseOf }: Procedure,
	{ procedures }: Knowledge,
): readonly Procedure[] {
	const parent = caseOf ?? id;
	return [...procedures.values()].filter(
		(one) => one.id !== id && (one.id === parent || one.caseOf === parent),
	);
}
