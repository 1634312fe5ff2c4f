import type { ReachStore } from "../../outbox/reach.js";

export function memoryReach(): ReachStore {
	const lost = new Set<string>();
	return {
		isLost: async (person) => lost.has(person),
		lose: async (person) => void lost.add(person),
		find: async (person) => void lost.delete(person),
	};
}
