import { type Book, EMPTY } from "../../questions/book.js";
import type { QuestionStore } from "../../questions/store.js";

export function memoryQuestions(): QuestionStore {
	let book: Book = EMPTY;
	return {
		read: async () => book,
		change: async (act) => {
			const step = act(book);
			book = step.book;
			return step.outcome;
		},
	};
}
