import type { Log } from "../../log.js";
import { ApiFault } from "./fault.js";
import { deliveryOf } from "./outcome.js";

/** One call of several that make up an answer. */
export type Step = () => Promise<unknown>;

/** For what must not hold up an answer: tried once, and left as it is. */
export const inPassing =
	(log: Log, what: string, step: Step): Step =>
	async () => {
		try {
			await step();
		} catch (err) {
			log.debug({ err }, `telegram: ${what} went without`);
		}
	};

/** For what comes with an answer: tried again as long as it certainly did not arrive, and then done without. */
export const besides =
	(log: Log, what: string, step: Step): Step =>
	async () => {
		try {
			await step();
		} catch (err) {
			if (isWorthAnotherTry(err)) throw err;
			log.warn({ err }, `telegram: ${what} was not sent`);
		}
	};

const isWorthAnotherTry = (error: unknown): boolean =>
	error instanceof ApiFault &&
	["wait", "failed"].includes(deliveryOf(error).kind);
