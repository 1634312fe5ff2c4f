import type { Reply } from "../../conversation/reply.js";
import { readTap } from "../../conversation/turn.js";
import type { Api } from "./api.js";
import { ApiFault } from "./fault.js";
import type { Origin } from "./origin.js";
import { type Rendered, render } from "./render.js";
import { type Chat, NO_PREVIEW, type Sending, sendSteps } from "./send.js";
import { inPassing, type Step } from "./step.js";

/** What a menu that was used begins with. */
const PRESSED = "✓ ";

/**
 * The calls that answer a tap. A step of a form takes the place of the menu that was pressed; under an answer, which
 * stays, the pressed button is all that is left of the menu.
 */
export function tapSteps(
	sending: Sending,
	chat: Chat,
	{ tap, message, label, keep }: Origin,
	value: string,
	replies: readonly Reply[],
): Step[] {
	const { api, log } = sending;
	const acknowledge = inPassing(log, "a tap", async () => {
		if (tap) await api.call("answerCallbackQuery", { callback_query_id: tap });
	});
	const saying = sendSteps(sending, chat, replies);
	const menu = message === undefined ? undefined : { chat, message };
	const [only, ...more] = replies.flatMap(render);
	const [say, ...rest] = saying;
	if (menu && only && say && more.length === 0 && !keep && readTap(value)) {
		const editing = () => edit(api, menu, only, say);
		return [() => Promise.all([acknowledge(), editing()]), ...rest];
	}
	const mark = inPassing(log, "a pressed menu", async () => {
		if (!menu || !label || label.startsWith(PRESSED)) return;
		await api.call("editMessageReplyMarkup", {
			...where(menu),
			reply_markup: {
				inline_keyboard: [[{ text: PRESSED + label, callback_data: value }]],
			},
		});
	});
	return [() => Promise.all([acknowledge(), mark()]), ...saying];
}

interface Menu {
	readonly chat: Chat;
	readonly message: number;
}

const where = ({ chat, message }: Menu) => ({
	chat_id: chat.id,
	message_id: message,
});

/** Editing twice is editing once: when the answer got lost, another try does no harm. */
async function edit(
	api: Api,
	menu: Menu,
	{ text, buttons }: Rendered,
	sayInstead: Step,
): Promise<unknown> {
	try {
		return await api.call("editMessageText", {
			...where(menu),
			text,
			...NO_PREVIEW,
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
		return sayInstead(); // the menu is too old, or was deleted
	}
}
