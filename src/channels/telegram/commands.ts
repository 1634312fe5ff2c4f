import type { BotCommand } from "telegraf/types";
import type { Log } from "../../log.js";
import type { Api } from "./api.js";

/** Shown when somebody types `/`; what they do is the conversation's to know. */
export const VIETNAMESE: readonly BotCommand[] = [
	{ command: "start", description: "Bắt đầu" },
	{ command: "hoi", description: "Hỏi thủ tục, ví dụ: /hoi mở công ty" },
	{ command: "datlich", description: "Đặt lịch gặp tình nguyện viên thứ Bảy" },
	{ command: "lichhen", description: "Xem lịch hẹn của tôi" },
	{ command: "doilich", description: "Đổi lịch hẹn" },
	{ command: "huy", description: "Hủy lịch hẹn" },
	{ command: "dulieu", description: "Xem, sửa, xóa dữ liệu của tôi" },
	{ command: "gapnguoi", description: "Cách gặp người hỗ trợ" },
	{ command: "trogiup", description: "Trợ giúp" },
];

/** For people whose Telegram speaks English; the answers are in Vietnamese all the same. */
export const ENGLISH: readonly BotCommand[] = [
	{ command: "start", description: "Start" },
	{ command: "ask", description: "Ask about a procedure, in Vietnamese" },
	{ command: "book", description: "Book a Saturday consultation" },
	{ command: "lichhen", description: "Show my appointments" },
	{ command: "move", description: "Move an appointment" },
	{ command: "cancel", description: "Cancel an appointment" },
	{ command: "mydata", description: "See, correct or delete my data" },
	{ command: "help", description: "Help" },
];

/** The bot answers without them just as well. */
export async function offerCommands(
	api: Api,
	log: Log,
	signal: AbortSignal,
): Promise<void> {
	try {
		for (const list of [
			{ commands: VIETNAMESE },
			{ commands: ENGLISH, language_code: "en" },
		]) {
			await api.call("setMyCommands", list, signal);
		}
	} catch (err) {
		if (signal.aborted) return;
		log.warn({ err }, "telegram: the list of commands could not be set");
	}
}
