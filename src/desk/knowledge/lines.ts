import type { Plan } from "../../knowledge/edit.js";
import { changesOf } from "../../knowledge/list-changes.js";

export interface ChangedLine {
	readonly is: "before" | "after";
	readonly text: string;
}

/** The lines of the file that go and come, in its order. */
export function changedLines({
	before,
	after,
}: Pick<Plan, "before" | "after">): readonly ChangedLine[] {
	const old = linesOf(before);
	const changes = changesOf(old, linesOf(after), () => false);
	return changes.map((change) =>
		change.kind === "remove"
			? { is: "before", text: old[change.at] ?? "" }
			: { is: "after", text: String(change.value) },
	);
}

const linesOf = (text: string | null) => text?.split("\n") ?? [];
