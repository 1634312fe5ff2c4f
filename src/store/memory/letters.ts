import type { Letter, LetterStore } from "../../outbox/letter.js";

export function memoryLetters(): LetterStore {
	const letters = new Map<string, Letter>();
	const drop = (isGone: (letter: Letter) => boolean) => {
		const gone = [...letters.values()].filter(isGone);
		for (const { id } of gone) letters.delete(id);
		return gone.length;
	};
	return {
		add: async (added) => {
			for (const letter of added)
				if (!letters.has(letter.id)) letters.set(letter.id, letter);
		},
		waiting: async () => [...letters.values()],
		find: async (id) => letters.get(id),
		done: async (id) => void letters.delete(id),
		forget: async (person) => void drop(({ to }) => to === person),
		dropLate: async (now) => drop(({ notAfter }) => notAfter <= now),
	};
}
