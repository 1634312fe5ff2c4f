import type { Incoming } from "../../channels/channel.js";
import { type InboxStore, REMEMBERED_MS } from "../../channels/inbox.js";
import type { Clock } from "../../time.js";

export function memoryInbox(clock: Clock): InboxStore {
	const seen = new Map<string, number>();
	const pending = new Map<string, Incoming>();

	/** The oldest come first in the map. */
	function forget(before: number): void {
		for (const [id, at] of seen) {
			if (at >= before) break;
			seen.delete(id);
		}
	}

	return {
		unseen: async (incoming) => {
			forget(clock().getTime() - REMEMBERED_MS);
			return incoming.filter(({ id }) => !seen.has(id) && !pending.has(id));
		},
		accept: async (incoming) => {
			const now = clock().getTime();
			forget(now - REMEMBERED_MS);
			const fresh: Incoming[] = [];
			for (const one of incoming) {
				if (seen.has(one.id) || pending.has(one.id)) continue;
				seen.set(one.id, now);
				pending.set(one.id, one);
				fresh.push(one);
			}
			return fresh;
		},
		pending: async () => [...pending.values()],
		done: async (ids) => {
			for (const id of ids) pending.delete(id);
		},
	};
}
