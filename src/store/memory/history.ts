import type { HistoryRecord, HistoryStore } from "../../knowledge/history.js";
import { historyId } from "../history-id.js";

export function memoryHistory(): HistoryStore {
	const pending = new Map<string, HistoryRecord>();
	const done = new Map<string, HistoryRecord>();
	let last = 0;
	return {
		begin: async (publication) => {
			const id = historyId(++last);
			pending.set(id, { ...publication, id });
			return id;
		},
		complete: async (id) => {
			const record = pending.get(id);
			if (record) done.set(id, record);
			pending.delete(id);
		},
		drop: async (id) => {
			pending.delete(id);
		},
		pending: async () => [...pending.values()],
		list: async (limit) =>
			[...done.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit),
		read: async (id) => done.get(id),
	};
}
