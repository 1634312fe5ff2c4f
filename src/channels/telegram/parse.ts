import * as z from "zod";
import type { Unsupported } from "../../conversation/wording/unsupported.js";
import { dayAt } from "../../time.js";
import type { Incoming } from "../channel.js";
import { writtenAt } from "../written-at.js";
import { addressed, isForEverybody, type Me } from "./groups.js";
import type { Origin } from "./origin.js";

/** What an update came to. */
export type Parsed =
	| { readonly kind: "message"; readonly incoming: Incoming }
	/** The person blocked the bot, or lets it write again. */
	| {
			readonly kind: "blocked" | "unblocked";
			readonly conversation: string;
	  }
	| { readonly kind: "ignored"; readonly why: string };

/** What we ask Telegram for. Edited messages are not among it: the answer to the first wording stands. */
export const READ = ["message", "callback_query", "my_chat_member"] as const;

const User = z.object({ id: z.int(), is_bot: z.boolean().default(false) });
const Chat = z.object({
	id: z.int(),
	type: z.enum(["private", "group", "supergroup", "channel"]),
});

/** Loose: what else a message holds is only looked at for being there. */
const Message = z.looseObject({
	message_id: z.int(),
	date: z.number(),
	chat: Chat,
	from: User.optional(),
	text: z.string().optional(),
	media_group_id: z.string().optional(),
	reply_to_message: z.object({ from: User.optional() }).optional(),
});
type Message = z.infer<typeof Message>;

/** A tap. The menu is a stub without text and buttons when it is too old for Telegram. */
const Tap = z.object({
	id: z.string(),
	from: User,
	data: z.string().optional(),
	message: z
		.object({
			message_id: z.int(),
			chat: Chat,
			text: z.string().optional(),
			reply_markup: z
				.object({
					inline_keyboard: z.array(
						z.array(
							z.object({
								text: z.string(),
								callback_data: z.string().optional(),
							}),
						),
					),
				})
				.optional(),
		})
		.optional(),
});
type Tap = z.infer<typeof Tap>;

const Membership = z.object({
	chat: Chat,
	new_chat_member: z.object({ status: z.string() }),
});
type Membership = z.infer<typeof Membership>;

const Update = z.object({
	update_id: z.int(),
	message: Message.optional(),
	callback_query: Tap.optional(),
	my_chat_member: Membership.optional(),
});

export interface ParseContext {
	readonly now: Date;
	readonly me: Me;
}

/** Reads one update, from a poll or a webhook. Never throws: what we do not know is ignored. */
export function parseUpdate(update: unknown, context: ParseContext): Parsed {
	const read = Update.safeParse(update);
	if (!read.success) return ignored("not an update we know");
	const { update_id, message, callback_query, my_chat_member } = read.data;
	const id = `telegram:${update_id}`;
	if (message) return parseMessage(id, message, context);
	if (callback_query) return parseTap(id, callback_query, context);
	if (my_chat_member) return parseMembership(my_chat_member);
	return ignored("a kind of update we do not read");
}

const ignored = (why: string): Parsed => ({ kind: "ignored", why });

function parseMessage(
	id: string,
	message: Message,
	{ now, me }: ParseContext,
): Parsed {
	const { chat, from, text } = message;
	if (!from || from.is_bot) return ignored("not from a person");
	if (chat.type === "channel") return ignored("a channel's post");
	const receivedAt = writtenAt(message.date * 1000, now);
	if (chat.type !== "private") {
		return parseGroupMessage(id, message, { now: receivedAt, me });
	}
	const about = {
		conversation: `telegram:${chat.id}`,
		receivedAt,
	};
	if (text !== undefined) {
		return words({ ...about, id, text }, { message: message.message_id });
	}
	const reason = WORDLESS.find(([part]) => message[part] !== undefined)?.[1];
	if (!reason) return ignored("nothing a person said");
	return wordless(
		{
			...about,
			// The pictures of an album are messages of their own, and one answer is enough.
			id: message.media_group_id
				? `telegram:${chat.id}:album:${message.media_group_id}`
				: id,
		},
		reason,
	);
}

/** Looked for in this order: an animation comes with a document as well. */
const WORDLESS: readonly (readonly [part: string, reason: Unsupported])[] = [
	["photo", "photo"],
	["voice", "voice"],
	["video_note", "voice"],
	["audio", "voice"],
	["sticker", "sticker"],
	["animation", "sticker"],
	["location", "location"],
	["document", "document"],
	["video", "other"],
	["contact", "other"],
	["poll", "other"],
	["dice", "other"],
	["story", "other"],
];

/**
 * In a group only questions to the bot are answered. Each one is a conversation of its own that nothing can follow:
 * whatever is typed, no form goes on past its first question, so nothing can be booked or opened before the group.
 */
function parseGroupMessage(
	id: string,
	message: Message,
	{ now, me }: ParseContext,
): Parsed {
	const { chat, message_id, text, reply_to_message } = message;
	const said = text && addressed(text, reply_to_message?.from?.id, me);
	if (!said) return ignored("not said to the bot");
	const about = {
		id,
		conversation: `telegram:${chat.id}:${message_id}`,
		receivedAt: now,
	};
	const origin = { message: message_id, group: true };
	return isForEverybody(said, dayAt(now))
		? words({ ...about, text: said }, origin)
		: wordless(about, "group", origin);
}

function parseTap(id: string, tap: Tap, { now }: ParseContext): Parsed {
	const { message, data = "" } = tap;
	if (!message || tap.from.is_bot || !data) return ignored("an empty tap");
	const { chat, message_id } = message;
	const label = message.reply_markup?.inline_keyboard
		.flat()
		.find(({ callback_data }) => callback_data === data)?.text;
	const about = { id, text: data, receivedAt: now };
	if (chat.type !== "private") {
		const origin = { tap: tap.id, group: true };
		// Of its own, like every question of a group; the tap's id is never used again.
		const conversation = `telegram:${chat.id}:${tap.id}`;
		return isForEverybody(data, dayAt(now))
			? said({ ...about, conversation, kind: "tap" }, origin)
			: wordless({ ...about, conversation }, "group", origin);
	}
	return said(
		{ ...about, conversation: `telegram:${chat.id}`, kind: "tap" },
		{
			message: message_id,
			tap: tap.id,
			...(label && { label }),
			// A blank line: an answer, or that this is an automatic message, stands above the question.
			...(message.text?.includes("\n\n") && { keep: true }),
		},
	);
}

function parseMembership({ chat, new_chat_member }: Membership): Parsed {
	if (chat.type !== "private") return ignored("taken into a group or out");
	return {
		kind: new_chat_member.status === "kicked" ? "blocked" : "unblocked",
		conversation: `telegram:${chat.id}`,
	};
}

/** The conversation reads no more of one message; in characters as a reader counts them. */
const LONGEST_TEXT = 2_000;

function words(
	about: Pick<Incoming, "id" | "conversation" | "receivedAt" | "text">,
	origin: Origin,
): Parsed {
	const text = about.text.normalize("NFC").trim();
	if ([...text].length > LONGEST_TEXT) return wordless(about, "long", origin);
	return text.startsWith("/")
		? said({ ...about, kind: "command", text }, origin)
		: said({ ...about, kind: "typed", text }, origin);
}

const wordless = (
	about: Pick<Incoming, "id" | "conversation" | "receivedAt">,
	reason: Unsupported,
	origin: Origin = {},
): Parsed =>
	said({ ...about, kind: "unsupported", text: "" }, { ...origin, reason });

const said = (incoming: Omit<Incoming, "origin">, origin: Origin): Parsed => ({
	kind: "message",
	incoming: { ...incoming, origin },
});
