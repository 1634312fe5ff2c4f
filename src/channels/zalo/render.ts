import { numbered } from "../../conversation/choice.js";
import type { BookingNotice, Choice, Reply } from "../../conversation/reply.js";
import { sendable } from "../sendable.js";
import { inMessages } from "../split.js";

/** Zalo's limit for a text. It does not say of what; UTF-16 units are the strictest reading. */
const LONGEST_TEXT = 2_000;

/** Where links lead to; undefined while the bot has no address in the world. */
type PublicUrl = string | undefined;

/**
 * All replies of one turn as one message, since the free plan counts messages; more only where it is too long for one.
 * The choices of the last reply that has any are numbered: those are the ones that a number will be read against.
 */
export function renderTurn(
	replies: readonly Reply[],
	publicUrl: PublicUrl,
): readonly string[] {
	const menu = replies.findLast(({ choices = [] }) => choices.length > 0);
	return inMessages(
		paragraphs([
			...replies.flatMap((reply) => said(reply, publicUrl)),
			menu?.choices && menuText(menu.choices),
		]),
		LONGEST_TEXT,
	);
}

/**
 * A reply that nobody asked for just now. Its choices have no numbers: a number typed next belongs to the menu that was
 * shown last, which is another one.
 */
export function renderNotice(
	reply: Reply,
	publicUrl: PublicUrl,
): readonly string[] {
	const labels = (reply.choices ?? []).map(({ label }) => `“${label}”`);
	return inMessages(
		paragraphs([
			...said(reply, publicUrl),
			labels.length > 0 && `Anh/chị có thể nhắn: ${labels.join(", ")}.`,
		]),
		LONGEST_TEXT,
	);
}

const said = ({ text, booking }: Reply, publicUrl: PublicUrl) => [
	text.trim(),
	booking && publicUrl && calendarLink(booking, publicUrl),
];

/** Zalo's bots cannot send files, so the calendar entry is fetched from the web. */
const calendarLink = ({ code, status }: BookingNotice, publicUrl: string) =>
	`${CALENDAR[status]}: ${publicUrl}/lich-hen/${code}.ics`;

const CALENDAR: Record<BookingNotice["status"], string> = {
	booked: "Thêm vào lịch trong máy",
	moved: "Cập nhật lịch trong máy",
	cancelled: "Bỏ khỏi lịch trong máy",
};

const menuText = (choices: readonly Choice[]): string =>
	[
		"Nhắn số để chọn:",
		...numbered(choices).map(
			({ number, choice }) => `${number}. ${choice.label}`,
		),
	].join("\n");

const paragraphs = (texts: readonly (string | false | undefined)[]): string =>
	sendable(texts.filter(Boolean).join("\n\n"));
