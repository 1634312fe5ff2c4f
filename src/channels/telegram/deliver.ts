import type { Reply } from "../../conversation/reply.js";
import type { Delivery, Incoming } from "../channel.js";
import { forEverybody } from "./groups.js";
import { readOrigin } from "./origin.js";
import { deliveryOf } from "./outcome.js";
import { createProgress } from "./progress.js";
import { renderNotice } from "./render.js";
import { type Chat, type Sending, sendSteps } from "./send.js";
import type { Step } from "./step.js";
import { tapSteps } from "./tap.js";

/**
 * Sends answers and notices, one try each. An answer of several messages that stopped half-way goes on from there when
 * it is tried again.
 */
export function createDelivery(sending: Sending) {
	const progress = createProgress();

	async function attempt(
		key: string,
		plan: () => readonly Step[],
	): Promise<Delivery> {
		let steps: readonly Step[];
		try {
			steps = plan();
		} catch (err) {
			sending.log.error({ err }, "telegram: a reply cannot be shown");
			return { kind: "refused", why: String(err) };
		}
		for (const [index, step] of steps.entries()) {
			if (index < progress.of(key)) continue;
			try {
				await step();
			} catch (error) {
				progress.keep(key, index);
				return deliveryOf(error);
			}
		}
		progress.forget(key);
		return { kind: "sent" };
	}

	return {
		answer: (incoming: Incoming, replies: readonly Reply[]) =>
			attempt(incoming.id, () => {
				const { conversation, text } = incoming;
				const origin = readOrigin(incoming.origin);
				const { group, tap, message } = origin;
				const shown = group ? replies.map(forEverybody) : replies;
				const chat = chatOf(conversation);
				if (tap) return tapSteps(sending, chat, origin, text, shown);
				const inReplyTo = group && message ? { inReplyTo: message } : {};
				return sendSteps(sending, { ...chat, ...inReplyTo }, shown);
			}),

		notify: (conversation: string, reply: Reply) =>
			attempt(`${conversation} ${JSON.stringify(reply)}`, () =>
				sendSteps(sending, chatOf(conversation), [reply], renderNotice),
			),
	};
}

/** `telegram:<chat id>`, in groups with what makes each question its own conversation behind it. */
function chatOf(conversation: string): Chat {
	const [channel, chat] = conversation.split(":");
	const id = Number(chat);
	if (channel !== "telegram" || !Number.isSafeInteger(id) || id === 0) {
		throw new RangeError(`"${conversation}" is not a chat of Telegram's`);
	}
	return { id };
}
