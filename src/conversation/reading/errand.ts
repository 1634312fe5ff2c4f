import { words } from "./words.js";

export interface Errand {
	readonly kind: "book" | "move" | "cancel";
	/** What the message says besides: the subject of a booking, perhaps. */
	readonly rest: string;
}

const MOVE =
	/\b(?:doi|chuyen|hoan|lui|day) (?:lai |giup )?(?:lich(?: hen)?|gio hen|ngay hen|buoi hen|hen)\b/;
const CANCEL =
	/\b(?:huy|bo) (?:giup |cai )?(?:lich(?: hen)?|buoi hen|cuoc hen|hen)\b/;
const BOOK =
	/\b(?:dat|book|hen|dang ky|lay) (?:giup |truoc )?(?:lich(?: hen)?|hen)\b/;

/** Words about the appointment itself, not about its subject. */
const ABOUT_TIME =
	/\b(?:thu (?:7|bay)|t7|cuoi tuan|tuan (?:nay|sau|toi)|nay|luc|ngay|hom nay|ngay mai|sang|chieu|gap|hoi|tu van|ve viec|ve|viec|tinh nguyen vien|cho (?:em|toi|minh|tui)|muon|giup|\d{1,2}(?:h|g| gio)(?:\d{2})?|\d{1,2} \d{1,2}(?: \d{4})?)\b/g;

/** What is to be done with an appointment, said in so many words: this needs no search to be understood. */
export function readErrand(text: string): Errand | undefined {
	const said = words(text);
	const errands = [
		["cancel", CANCEL],
		["move", MOVE],
		["book", BOOK],
	] as const;
	const found = errands.find(([, pattern]) => pattern.test(said));
	if (!found) return undefined;
	const [kind, pattern] = found;
	return {
		kind,
		rest: said
			.replace(pattern, " ")
			.replace(ABOUT_TIME, " ")
			.replace(/ {2,}/g, " ")
			.trim(),
	};
}
