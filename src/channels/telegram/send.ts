import type { BookingNotice, Reply } from "../../conversation/reply.js";
import type { Log } from "../../log.js";
import type { Api } from "./api.js";
import { type Rendered, render } from "./render.js";
import { besides, type Step } from "./step.js";

/** A booking's .ics file; undefined when the booking is not there any more. */
export type CalendarFile = (
	notice: BookingNotice,
) => Promise<string | undefined>;

/** Where an answer goes. */
export interface Chat {
	readonly id: number;
	/** In a group it has to be seen who is answered. */
	readonly inReplyTo?: number;
}

export interface Sending {
	readonly api: Api;
	readonly log: Log;
	readonly calendarFile?: CalendarFile | undefined;
}

/** The portals' addresses stand in many answers; their previews would take more room than the answers. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

/** The calls that say replies as new messages. */
export function sendSteps(
	sending: Sending,
	chat: Chat,
	replies: readonly Reply[],
	as = render,
): Step[] {
	return replies.flatMap((reply) => [
		...as(reply).map((message) => () => send(sending, chat, message)),
		...fileSteps(sending, chat, reply),
	]);
}

const send = (
	{ api }: Sending,
	{ id, inReplyTo }: Chat,
	{ text, buttons }: Rendered,
) =>
	api.call("sendMessage", {
		chat_id: id,
		text,
		...NO_PREVIEW,
		...(buttons && { reply_markup: { inline_keyboard: buttons } }),
		...(inReplyTo && {
			reply_parameters: {
				message_id: inReplyTo,
				allow_sending_without_reply: true,
			},
		}),
	});

/** After the words that say the same: they must arrive, the file is a convenience. */
function fileSteps(
	{ api, log, calendarFile }: Sending,
	{ id }: Chat,
	{ booking }: Reply,
): Step[] {
	if (!booking || !calendarFile) return [];
	const sendFile = async () => {
		const content = await calendarFile(booking);
		if (content === undefined) return;
		const filename = `${booking.code}.ics`;
		await api.call("sendDocument", {
			chat_id: id,
			document: { source: Buffer.from(content), filename },
			disable_notification: true,
		});
	};
	return [besides(log, "a calendar file", sendFile)];
}
