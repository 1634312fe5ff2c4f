/** Halves of characters and control characters, whoever wrote them, could have a whole message refused. */
export const sendable = (text: string): string =>
	text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/[^\P{Cc}\n\t]/gu, " ");
