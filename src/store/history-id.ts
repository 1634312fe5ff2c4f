/** Ids of the history's records are numbers, so wide that as text they are in the same order. */
export const historyId = (number: number): string =>
	String(number).padStart(8, "0");
