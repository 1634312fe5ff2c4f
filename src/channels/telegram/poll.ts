import * as z from "zod";
import type { Api } from "./api.js";
import { ApiFault } from "./fault.js";
import { READ } from "./parse.js";
import type { Tempo } from "./tempo.js";

/** Where the next poll begins is all that has to be readable; an update that is not is the parser's affair. */
const Batch = z.array(z.looseObject({ update_id: z.int() }));

/**
 * Asks for updates, once a call. What was handed to `take` counts as received only when that resolved: the next poll
 * tells Telegram so, and until then it delivers the same again.
 */
export function createPolling(
	api: Api,
	{ pollSeconds }: Tempo,
	take: (updates: readonly unknown[]) => Promise<void>,
) {
	let offset: number | undefined;
	return async (signal: AbortSignal): Promise<void> => {
		const batch = Batch.safeParse(
			await api.call(
				"getUpdates",
				{
					timeout: pollSeconds,
					allowed_updates: READ,
					...(offset !== undefined && { offset }),
				},
				signal,
			),
		);
		if (!batch.success) {
			const why = "the answer is not a list of updates";
			throw new ApiFault("getUpdates", { kind: "down", why });
		}
		const last = batch.data.at(-1);
		if (!last) return;
		await take(batch.data);
		offset = last.update_id + 1;
	};
}
