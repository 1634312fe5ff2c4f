import * as z from "zod";
import type { Unsupported } from "../../conversation/wording/unsupported.js";
import type { Incoming } from "../channel.js";
import { writtenAt } from "../written-at.js";
import { lenient } from "./lenient.js";

/** What an update came to: a person's message, or nothing to answer and why. */
export type Parsed =
	| { readonly kind: "message"; readonly incoming: Incoming }
	| { readonly kind: "ignored"; readonly why: string };

const Id = z.union([z.string().min(1), z.int().transform(String)]);

/** Only what is used: Zalo's bodies differ from its documents, and from each other. */
const Update = z.object({
	event_name: z.string(),
	message: z.object({
		message_id: Id,
		date: lenient(z.number()),
		chat: z.object({ id: Id, chat_type: lenient(z.string()) }),
		from: lenient(z.object({ id: Id, is_bot: lenient(z.boolean()) })),
		text: lenient(z.string()),
	}),
});
type Message = z.infer<typeof Update>["message"];

/** The events that bring something other than text. A sender under special protection also arrives as `unsupported`. */
const WORDLESS: Readonly<Record<string, Unsupported>> = {
	"message.image.received": "photo",
	"message.sticker.received": "sticker",
	"message.voice.received": "voice",
	"message.unsupported.received": "other",
};

export interface ParseContext {
	readonly now: Date;
	/** The bot's own id, where it is known: its messages may be echoed. */
	readonly ownId?: string | undefined;
}

/** Reads a webhook's body or a poll's result: one update or several, flat or wrapped. */
export function parseUpdates(
	body: unknown,
	context: ParseContext,
): readonly Parsed[] {
	const inside = unwrapped(body);
	const updates = Array.isArray(inside) ? inside.map(unwrapped) : [inside];
	return updates.map((update) => {
		const read = Update.safeParse(update);
		return read.success
			? parseUpdate(read.data.event_name, read.data.message, context)
			: ignored("not an update");
	});
}

const Wrapped = z.object({ result: z.unknown() });
const unwrapped = (body: unknown): unknown =>
	Wrapped.safeParse(body).data?.result ?? body;

function parseUpdate(
	event: string,
	message: Message,
	{ now, ownId }: ParseContext,
): Parsed {
	const { message_id, chat, from, text = "" } = message;
	if (from?.is_bot || (from && from.id === ownId)) return ignored("our own");
	if (!isPrivate(message)) return ignored("not a private chat");
	const about = {
		id: `zalo:${message_id}`,
		conversation: `zalo:${chat.id}`,
		receivedAt: writtenAt(inMs(message.date), now),
	};
	if (event === "message.text.received") return words(about, text);
	const reason = WORDLESS[event];
	return reason === undefined
		? ignored("an event we do not know")
		: wordless(about, reason);
}

type About = Pick<Incoming, "id" | "conversation" | "receivedAt">;

/** The conversation reads no more of one message; in characters as a reader counts them. */
const LONGEST_TEXT = 2_000;

function words(about: About, typed: string): Parsed {
	const text = typed.normalize("NFC").trim();
	if ([...text].length > LONGEST_TEXT) return wordless(about, "long");
	return { kind: "message", incoming: { ...about, kind: kindOf(text), text } };
}

const wordless = (about: About, reason: Unsupported): Parsed => ({
	kind: "message",
	incoming: { ...about, kind: "unsupported", text: "", origin: { reason } },
});

const ignored = (why: string): Parsed => ({ kind: "ignored", why });

/** A chat of unstated type is private when it is the sender's own. */
const isPrivate = ({ chat, from }: Message): boolean =>
	chat.chat_type === undefined
		? chat.id === from?.id
		: chat.chat_type.toUpperCase() === "PRIVATE";

/** Zalo has no buttons: a number alone is how a choice is tapped here, and is not part of a burst of typed lines. */
const kindOf = (text: string): Incoming["kind"] =>
	/^\d{1,2}\s*[.)]?$/.test(text)
		? "tap"
		: text.startsWith("/")
			? "command"
			: "typed";

/** Numbers below this are seconds: as milliseconds they would be a day of 1970 to 2001. */
const LEAST_MS = 1e12;

const inMs = (date: number | undefined): number | undefined =>
	date !== undefined && date < LEAST_MS ? date * 1000 : date;
