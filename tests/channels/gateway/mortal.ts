const never = new Promise<never>(() => {});

/** How many things a process still does before it is killed, and whether the last of them takes effect. */
export interface Life {
	left: number;
	readonly lastTakesEffect: boolean;
}

/** Whatever a killed process does leads nowhere. */
export function mortal<Part extends object>(part: Part, life: Life): Part {
	return new Proxy(part, {
		get(target, name) {
			const value = target[name as keyof Part];
			if (typeof value !== "function") return value;
			return async (...args: unknown[]) => {
				const lasts = life.left-- > 0;
				if (!lasts && (life.left < -1 || !life.lastTakesEffect)) return never;
				const result = await value.apply(target, args);
				return lasts ? result : never;
			};
		},
	});
}
