import {
	type AuditEntry,
	type AuditStore,
	type Month,
	monthOf,
} from "../../people/audit.js";

export function memoryAudit(): AuditStore {
	const entries: AuditEntry[] = [];
	return {
		note: async (entry) => void entries.push(entry),
		list: async (month) => entries.filter(({ at }) => monthOf(at) === month),
		months: async () =>
			[...new Set<Month>(entries.map(({ at }) => monthOf(at)))]
				.sort()
				.reverse(),
	};
}
