import type { BookingNotice, Reply } from "../../conversation/reply.js";
import { readTap } from "../../conversation/turn.js";
import type { Log } from "../../log.js";
import type { Delivery, Incoming } from "../channel.js";
import type { Api } from "./api.js";
import { ApiFault } from "./fault.js";
import { forEverybody } from "./groups.js";
import { readOrigin } from "./origin.js";
import { deliveryOf } from "./outcome.js";
import { type Rendered, render } from "./render.js";

/** A booking's .ics file; undefined when the booking is not there any more. */
export type CalendarFile = (
	notice: BookingNotice,
) => Promise<string | undefined>;

export interface Delivering {
	readonly api: Api;
	readonly log: Log;
	readonly calendarFile?: CalendarFile | undefined;
}

/** One call of several that make up an answer. */
type Step = () => Promise<unknown>;

/**
 * Sends answers and notices, one try each. An answer of several messages that stopped half-way goes on from there when
 * it is tried again.
 */
export function createDelivery({ api, log, calendarFile }: Delivering) {
	const progress = createProgress();

	return {
		answer(incoming: Incoming, replies: readonly Reply[]): Promise<Delivery> {
			return attempt(incoming.id, () => {
				const shown = readOrigin(incoming.origin).group
					? replies.map(forEverybody)
					: replies;
				return incoming.kind === "tap"
					? tapSteps(incoming, shown)
					: sendSteps(chatOf(incoming), shown);
			});
		},

		notify(conversation: string, reply: Reply): Promise<Delivery> {
			const key = `${conversation} ${JSON.stringify(reply)}`;
			return attempt(key, () => sendSteps(chatOf({ conversation }), [reply]));
		},
	};

	async function attempt(
		key: string,
		plan: () => readonly Step[],
	): Promise<Delivery> {
		let steps: readonly Step[];
		try {
			steps = plan();
		} catch (error) {
			log.error({ err: error }, "telegram: a reply cannot be shown");
			return { kind: "refused", why: String(error) };
		}
		for (let done = progress.of(key); done < steps.length; done++) {
			try {
				await steps[done]?.();
			} catch (error) {
				progress.keep(key, done);
				return deliveryOf(error);
			}
		}
		progress.forget(key);
		return { kind: "sent" };
	}

	function sendSteps(chat: Chat, replies: readonly Reply[]): Step[] {
		return replies.flatMap((reply) => [
			...render(reply).map((message) => () => send(chat, message)),
			...fileSteps(chat, reply),
		]);
	}

	function send({ id, inReplyTo }: Chat, { text, buttons }: Rendered) {
		return api.call("sendMessage", {
			chat_id: id,
			text,
			// The portals' addresses stand in many answers; their previews would take more room than the answers.
			link_preview_options: { is_disabled: true },
			...(buttons && { reply_markup: { inline_keyboard: buttons } }),
			...(inReplyTo && {
				reply_parameters: {
					message_id: inReplyTo,
					allow_sending_without_reply: true,
				},
			}),
		});
	}

	/** After the words that say the same: they must arrive, the file is a convenience. */
	function fileSteps({ id }: Chat, { booking }: Reply): Step[] {
		if (!booking || !calendarFile) return [];
		return [
			() =>
				besides("a calendar file", async () => {
					const content = await calendarFile(booking);
					if (content === undefined) return;
					await api.call("sendDocument", {
						chat_id: id,
						document: {
							source: Buffer.from(content),
							filename: `${booking.code}.ics`,
						},
						disable_notification: true,
					});
				}),
		];
	}

	/**
	 * A step of a form takes the place of the menu that was pressed. Under an answer, which stays, the pressed button is
	 * all that is left of the menu.
	 */
	function tapSteps(incoming: Incoming, replies: readonly Reply[]): Step[] {
		const { tap, message, label, keep } = readOrigin(incoming.origin);
		const chat = chatOf(incoming);
		const sending = sendSteps(chat, replies);
		const acknowledge = () =>
			tap
				? inPassing("a tap", () =>
						api.call("answerCallbackQuery", { callback_query_id: tap }),
					)
				: undefined;
		const [only, ...more] = replies.flatMap(render);
		const [first, ...rest] = sending;
		if (message && only && first && more.length === 0 && !keep) {
			if (readTap(incoming.text)) {
				const editing = () => edit(chat, message, only, first);
				return [() => Promise.all([acknowledge(), editing()]), ...rest];
			}
		}
		const mark = () =>
			message && label && !label.startsWith(PRESSED)
				? inPassing("a pressed menu", () =>
						api.call("editMessageReplyMarkup", {
							chat_id: chat.id,
							message_id: message,
							reply_markup: {
								inline_keyboard: [
									[{ text: PRESSED + label, callback_data: incoming.text }],
								],
							},
						}),
					)
				: undefined;
		return [() => Promise.all([acknowledge(), mark()]), ...sending];
	}

	/** Editing twice is editing once: when the answer got lost, another try does no harm. */
	async function edit(
		chat: Chat,
		message: number,
		{ text, buttons }: Rendered,
		sendInstead: Step,
	): Promise<unknown> {
		try {
			return await api.call("editMessageText", {
				chat_id: chat.id,
				message_id: message,
				text,
				link_preview_options: { is_disabled: true },
				...(buttons && { reply_markup: { inline_keyboard: buttons } }),
			});
		} catch (error) {
			if (!(error instanceof ApiFault)) throw error;
			const { method, fault } = error;
			if (fault.kind === "lost") {
				throw new ApiFault(method, { kind: "down", why: fault.why });
			}
			if (fault.kind !== "refused" || fault.code !== 400) throw error;
			// It says so already: an earlier try arrived, or the button was pressed twice.
			if (/not modified/i.test(fault.why)) return;
			return sendInstead(); // the menu is too old, or was deleted
		}
	}

	/** For what must not hold up an answer. */
	async function inPassing(what: string, step: Step): Promise<void> {
		try {
			await step();
		} catch (error) {
			log.debug({ err: error }, `telegram: ${what} was left as it is`);
		}
	}

	/** For what is tried again as long as it certainly did not arrive, and then done without. */
	async function besides(what: string, step: Step): Promise<void> {
		try {
			await step();
		} catch (error) {
			if (error instanceof ApiFault) {
				const { kind } = deliveryOf(error);
				if (kind === "wait" || kind === "failed") throw error;
			}
			log.warn({ err: error }, `telegram: ${what} was not sent`);
		}
	}
}

const PRESSED = "✓ ";

interface Chat {
	readonly id: number;
	/** In a group it has to be seen who is answered. */
	readonly inReplyTo?: number;
}

function chatOf({
	conversation,
	origin,
}: Pick<Incoming, "conversation" | "origin">): Chat {
	const [channel, chat] = conversation.split(":");
	const id = Number(chat);
	if (channel !== "telegram" || !Number.isSafeInteger(id) || id === 0) {
		throw new RangeError(`"${conversation}" is not a chat of Telegram's`);
	}
	const { group, message } = readOrigin(origin);
	return { id, ...(group && message && { inReplyTo: message }) };
}

/** So many answers can be half sent at one time; beyond that the oldest begin anew. */
const MOST_HALF_SENT = 1_000;

/** How far each answer got that is not through yet. Lost with the process: then it is sent anew. */
function createProgress() {
	const done = new Map<string, number>();
	return {
		of: (key: string) => done.get(key) ?? 0,
		keep(key: string, steps: number) {
			done.delete(key);
			if (steps === 0) return;
			done.set(key, steps);
			const [oldest] = done.keys();
			if (done.size > MOST_HALF_SENT && oldest) done.delete(oldest);
		},
		forget: (key: string) => done.delete(key),
	};
}
