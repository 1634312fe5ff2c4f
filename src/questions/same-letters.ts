import { fold } from "../search/fold.js";

/** What makes `Nuôi tôm ở đâu?` and `nuoi tom o dau` one wording. */
export const sameLetters = (text: string): string =>
	fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
