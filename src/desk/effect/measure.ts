import { setTimeout as wait } from "node:timers/promises";
import type { Candidate, Editor, Effect } from "../../knowledge/editor.js";
import type { Log } from "../../log.js";

/** What is known of the effect by now. */
export type Measured =
	| { readonly kind: "measured"; readonly effect: Effect }
	/** Another look will tell. */
	| { readonly kind: "measuring" }
	| { readonly kind: "failed" }
	/** Questions are not found by what such an entry says. */
	| { readonly kind: "none" };

/** As long as a page may keep somebody waiting. */
const PATIENCE_MS = 20_000;
const KEPT = 8;

/** The effects of what is being previewed: each measured once, however often its page is opened. */
export function createEffects(
	editor: Pick<Editor, "effect">,
	log: Log,
	patience = PATIENCE_MS,
) {
	const known = new Map<string, Promise<Measured>>();

	const measure = (key: string, candidate: Candidate) => {
		const measuring = editor.effect(candidate).then(
			(effect): Measured => ({ kind: "measured", effect }),
			(err): Measured => {
				log.error({ err }, "the effect of an edit could not be measured");
				known.delete(key);
				return { kind: "failed" };
			},
		);
		known.set(key, measuring);
		for (const oldest of known.keys()) {
			if (known.size <= KEPT) break;
			known.delete(oldest);
		}
		return measuring;
	};

	return async (candidate: Candidate): Promise<Measured> => {
		const { file, before, after } = candidate.plan;
		const key = JSON.stringify([file, before, after]);
		const ending = new AbortController();
		try {
			return await Promise.race([
				known.get(key) ?? measure(key, candidate),
				wait<Measured>(patience, { kind: "measuring" }, ending),
			]);
		} finally {
			ending.abort();
		}
	};
}
