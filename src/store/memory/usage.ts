import type { UsageRecord, UsageStore } from "../../channels/zalo/usage.js";

/** Keeps the record as JSON text, so that what does not survive a file does not survive here either. */
export function memoryUsage(): UsageStore {
	let json: string | undefined;
	return {
		read: async () =>
			json === undefined ? undefined : (JSON.parse(json) as UsageRecord),
		write: async (record) => {
			json = JSON.stringify(record);
		},
	};
}
