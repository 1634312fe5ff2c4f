import type { Act, Ledger, Step } from "../../booking/ledger.js";
import type { LocalDate } from "../../time.js";
import type { LedgerKeeper } from "../ledger-store.js";

/** Writes these Saturdays of `ledger`, in this order; when it fails, the files say again what `before` says. */
export type WriteSaturdays = (
	days: readonly LocalDate[],
	ledger: Ledger,
	before: Ledger,
) => Promise<void>;

interface Waiting {
	readonly act: Act<unknown>;
	readonly resolve: (outcome: unknown) => void;
	readonly reject: (error: unknown) => void;
}

interface Group {
	readonly settle: (() => void)[];
	readonly reject: ((error: unknown) => void)[];
	readonly changed: Set<LocalDate>;
	ledger: Ledger;
}

/**
 * Acts that arrive while a write runs wait, and share the next one. They are tried on a ledger of their own, which
 * becomes *the* ledger when it is on disk: nobody ever reads, and no outcome rests on, what could still fail.
 */
export class GroupCommit implements LedgerKeeper {
	#ledger: Ledger;
	readonly #write: WriteSaturdays;
	readonly #waiting: Waiting[] = [];
	#working: Promise<void> | undefined;

	constructor(ledger: Ledger, write: WriteSaturdays) {
		this.#ledger = ledger;
		this.#write = write;
	}

	ledger(): Ledger {
		return this.#ledger;
	}

	commit<Outcome>(act: Act<Outcome>): Promise<Outcome> {
		return new Promise<Outcome>((resolve, reject) => {
			this.#waiting.push({
				act,
				resolve: resolve as Waiting["resolve"],
				reject,
			});
			this.#working ??= this.#work();
		});
	}

	/** Resolves when nothing is waiting. */
	async idle(): Promise<void> {
		await this.#working;
	}

	async #work(): Promise<void> {
		while (this.#waiting.length > 0) await this.#commitGroup(this.#nextGroup());
		this.#working = undefined;
	}

	/**
	 * An act that changes several Saturdays is written alone: the order of its files is known only for itself, and two
	 * moves that cross between the same Saturdays have no order that suits both.
	 */
	#nextGroup(): Group {
		const group: Group = {
			settle: [],
			reject: [],
			changed: new Set(),
			ledger: this.#ledger,
		};
		for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
			const step = tryAct(next, group.ledger);
			const alone = step !== undefined && step.changed.length > 1;
			if (alone && group.settle.length > 0) break;
			this.#waiting.shift();
			if (step === undefined) continue;
			group.settle.push(() => next.resolve(step.outcome));
			group.reject.push(next.reject);
			group.ledger = step.ledger;
			for (const day of step.changed) group.changed.add(day);
			if (alone) break;
		}
		return group;
	}

	async #commitGroup(group: Group): Promise<void> {
		try {
			if (group.changed.size > 0)
				await this.#write([...group.changed], group.ledger, this.#ledger);
		} catch (error) {
			for (const reject of group.reject) reject(error);
			return;
		}
		this.#ledger = group.ledger;
		for (const settle of group.settle) settle();
	}
}

/** An act that throws fails alone. */
function tryAct(
	{ act, reject }: Waiting,
	ledger: Ledger,
): Step<unknown> | undefined {
	try {
		return act(ledger);
	} catch (error) {
		reject(error);
		return undefined;
	}
}
