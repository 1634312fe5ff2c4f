import type { AskedCounts, AskedStore } from "../../report/asked.js";
import { plusCounts } from "../asked-counts.js";

export function memoryAsked(): AskedStore {
	const months = new Map<string, AskedCounts>();
	const of = (month: string) => months.get(month) ?? {};
	return {
		of: async (month) => of(month),
		add: async (month, counts) => {
			months.set(month, plusCounts(of(month), counts));
		},
	};
}
