/** Updates in the shapes that Telegram sends, with invented people. Dates are seconds; all were sent at `SENT`. */
export const SENT = new Date("2026-11-24T02:00:00Z");
const date = SENT.getTime() / 1000;

const from = {
	id: 123456789,
	is_bot: false,
	first_name: "Lan",
	last_name: "Nguyễn",
	username: "lan_quangtri",
	language_code: "vi",
};
const chat = {
	id: 123456789,
	first_name: "Lan",
	last_name: "Nguyễn",
	username: "lan_quangtri",
	type: "private",
};
const bot = {
	id: 7000000001,
	is_bot: true,
	first_name: "Bàn Thứ Bảy",
	username: "ban_thu_bay_bot",
};
const supergroup = {
	id: -1001234567890,
	title: "Tổ dân phố 4",
	type: "supergroup",
};

/** A message in Lan's private chat. */
export const message = (content: object) => ({
	update_id: 884213,
	message: { message_id: 41, from, chat, date, ...content },
});

export const inGroup = (text: string, more: object = {}) => ({
	update_id: 884214,
	message: { message_id: 77, from, chat: supergroup, date, text, ...more },
});

export const repliesTo = (author: object) => ({
	reply_to_message: {
		message_id: 76,
		from: author,
		chat: supergroup,
		date,
		text: "Dạ.",
	},
});
export { bot, from as lan };

/** A tap on the second button of a menu. */
export const tap = (data: string, menu: object = {}) => ({
	update_id: 884215,
	callback_query: {
		id: "530384291837465892",
		from,
		chat_instance: "-3214508329032",
		data,
		message: {
			message_id: 40,
			from: bot,
			chat,
			date,
			text: "Anh/chị chọn ngày nào ạ?",
			reply_markup: {
				inline_keyboard: [
					[{ text: "1. Thứ Bảy 28/11", callback_data: "step:a:2026-11-28" }],
					[{ text: "2. Lệ phí", callback_data: "ask:2.001583:fee" }],
				],
			},
			...menu,
		},
	},
});

/** What Telegram sends of a menu that it does not keep any more. */
export const tapOnOldMenu = (data: string) => {
	const { update_id, callback_query } = tap(data);
	const stub = { chat, message_id: 12, date: 0 };
	return { update_id, callback_query: { ...callback_query, message: stub } };
};

export const tapInGroup = (data: string) =>
	tap(data, { chat: supergroup, message_id: 78 });

export const membership = (status: string, where: object = chat) => ({
	update_id: 884216,
	my_chat_member: {
		chat: where,
		from,
		date,
		old_chat_member: { user: bot, status: "member" },
		new_chat_member: { user: bot, status, until_date: 0 },
	},
});
export { supergroup };

const file = {
	file_id: "AgACAgUAAxkBAAIBQ2",
	file_unique_id: "AQADq8kxGw",
	file_size: 91234,
};

/** What each kind of message without text has besides. */
export const WORDLESS: Readonly<Record<string, object>> = {
	"a photo with a caption": {
		photo: [
			{ ...file, width: 90, height: 67 },
			{ ...file, width: 1280, height: 960 },
		],
		caption: "căn cước của em",
	},
	"a voice message": {
		voice: { ...file, duration: 4, mime_type: "audio/ogg" },
	},
	"a round video": { video_note: { ...file, duration: 4, length: 240 } },
	"a piece of music": { audio: { ...file, duration: 200 } },
	"a sticker": {
		sticker: {
			...file,
			width: 512,
			height: 512,
			emoji: "👍",
			is_animated: false,
			is_video: false,
			type: "regular",
		},
	},
	"an animation": {
		animation: { ...file, width: 320, height: 240, duration: 2 },
		document: { ...file, file_name: "cat.mp4" },
	},
	"a location": { location: { latitude: 16.8163, longitude: 107.1003 } },
	"a venue": {
		venue: { location: {}, title: "UBND", address: "Đông Hà" },
		location: { latitude: 16.8163, longitude: 107.1003 },
	},
	"a file": {
		document: { ...file, file_name: "don.pdf", mime_type: "application/pdf" },
	},
	"a video": { video: { ...file, width: 640, height: 480, duration: 9 } },
	"a contact": {
		contact: { phone_number: "+84912345678", first_name: "Hoa" },
	},
	"a poll": { poll: { id: "1", question: "?", options: [] } },
	"a die": { dice: { emoji: "🎲", value: 4 } },
};
