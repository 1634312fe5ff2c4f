import type { SessionView } from "../../booking/saturday-desk.js";
import type { LocalDate } from "../../time.js";

/** One desk's session as the addresses of the roster name it. */
export interface At {
	readonly desk: string;
	readonly day: LocalDate;
}

export const atOf = ({ desk, day }: SessionView): At => ({
	desk: desk.id,
	day,
});

const query = ({ desk, day }: At) =>
	new URLSearchParams({ ngay: day, ban: desk }).toString();

export const rosterAddress = (at: At): string => `/ban?${query(at)}`;
export const liveAddress = (at: At): string => `/ban/live?${query(at)}`;
export const printAddress = ({ desk, day }: At): string =>
	`/ban/${day}/in?${new URLSearchParams({ ban: desk })}`;
export const fileAddress = ({ desk, day }: At): string =>
	`/ban/${day}/danh-sach.html?${new URLSearchParams({ ban: desk })}`;
export const walkInAddress = ({ desk, day }: At): string =>
	`/ban/${day}/khach-moi?${new URLSearchParams({ ban: desk })}`;
export const visitAddress = (code: string): string => `/ban/khach/${code}`;

/** A session as the one field of the form that chooses it. */
export const atValue = ({ desk, day }: At): string => `${day} ${desk}`;
