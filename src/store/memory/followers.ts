import type { FollowerStore } from "../../questions/store.js";
import { createFollowerStore, type FollowerRecord } from "../follower-store.js";

export function memoryFollowers(): FollowerStore {
	let record: FollowerRecord = [];
	return createFollowerStore({
		record: () => record,
		change: async (next) => {
			const before = record.length;
			record = next(record);
			return before - record.length;
		},
	});
}
