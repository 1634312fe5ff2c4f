import type { LocalDate } from "../../time.js";

export const DUTIES = "/ban/lich-truc";

export const dutyAddress = ({
	desk,
	day,
}: {
	readonly desk: string;
	readonly day: LocalDate;
}): string => `${DUTIES}/${day}?${new URLSearchParams({ ban: desk })}`;
