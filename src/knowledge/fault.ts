/** One thing wrong in the knowledge folder, said so that a clerk can mend it. */
export interface Fault {
	/** Relative to the knowledge folder. */
	readonly file: string;
	/** The first line is 1. */
	readonly line: number;
	/** `fee.online`; empty when the whole file is meant. */
	readonly field: string;
	readonly problem: string;
	readonly remedy: string;
}

export const showFault = ({
	file,
	line,
	field,
	problem,
	remedy,
}: Fault): string =>
	`${file}:${line}${field && ` ${field}`}: ${problem}. Cách sửa: ${remedy}`;

/** The knowledge folder cannot be used as it is; nothing of it was taken over. */
export class KnowledgeError extends Error {
	override readonly name = "KnowledgeError";
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		super(faults.map(showFault).join("\n"));
		this.faults = faults;
	}
}
