import type { LocalDate, LocalTime } from "../time.js";

/** Something to choose: tapped, typed by its number, or typed in its words. */
export interface Choice {
	readonly label: string;
	/** Sent back as the message's text when tapped; at most 64 bytes (Telegram's limit for button data). */
	readonly value: string;
}

/** The booking that a reply tells of, for programs. */
export interface BookingNotice {
	readonly code: string;
	readonly desk: string;
	readonly day: LocalDate;
	readonly time: LocalTime;
	readonly status: "booked" | "moved" | "cancelled";
}

/** Replies are data; how they look is the channel's affair. Text is plain, paragraphs end with a line feed. */
export interface Reply {
	readonly text: string;
	readonly choices?: readonly Choice[];
	readonly booking?: BookingNotice;
}
