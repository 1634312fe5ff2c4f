import { Chat, type Shown } from "./chat.js";
import type { Updates } from "./updates.js";

/** Somebody with a private chat. What they do is an update, whose id is returned. */
export interface Person {
	readonly id: number;
	/** What the bot said in this chat, as it stands now. */
	readonly chat: readonly Shown[];
	types(text: string): number;
	/** Taps the newest button that says this, or has it in what it says. */
	taps(label: string): number;
	/** Sends something without text: `{ photo: […] }`. */
	sends(content: object): number;
	/** The next thing the bot does in this chat: a new message, or one edited. Waits for it. */
	reads(): Promise<Shown>;
	saysIn(group: Group, text: string, more?: object): number;
	tapsIn(group: Group, label: string): number;
	blocks(): void;
	unblocks(): void;
}

export interface Group {
	readonly id: number;
	readonly chat: readonly Shown[];
	reads(): Promise<Shown>;
}

/** The chats of everybody, and the numbers that Telegram gives. */
export class People {
	readonly bot: {
		readonly id: number;
		readonly is_bot: true;
		readonly first_name: string;
		readonly username: string;
	};
	private readonly chats = new Map<number, Chat>();
	private readonly taps = new Set<string>();
	private nextId = 100;
	private nextMessage = 1;

	constructor(
		botId: number,
		username: string,
		private readonly updates: Updates,
	) {
		const first_name = "Bàn Thứ Bảy";
		this.bot = { id: botId, is_bot: true, first_name, username };
	}

	chat(id: unknown): Chat | undefined {
		return this.chats.get(Number(id));
	}

	messageId(): number {
		return this.nextMessage++;
	}

	/** A tap can be acknowledged once. */
	acknowledge(tap: string): boolean {
		return this.taps.delete(tap);
	}

	person(first_name: string, id = this.nextId++): Person {
		const chat = this.open(new Chat(id, "private"));
		const from = { id, is_bot: false, first_name, language_code: "vi" };
		const about = { id, type: "private", first_name };
		return {
			id,
			chat: chat.shown,
			types: (text) => this.message(about, from, { text }),
			sends: (content) => this.message(about, from, content),
			taps: (label) => this.tap(chat, about, from, label),
			reads: () => chat.reads(),
			saysIn: (group, text, more = {}) =>
				this.message(described(group), from, { text, ...more }),
			tapsIn: (group, label) => {
				const there = this.chat(group.id);
				if (!there) throw new Error("no such group");
				return this.tap(there, described(group), from, label);
			},
			blocks: () => this.membership(chat, about, from, "kicked"),
			unblocks: () => this.membership(chat, about, from, "member"),
		};
	}

	group(): Group {
		const id = -1_001_000_000_000 - this.nextId++;
		const chat = this.open(new Chat(id, "supergroup"));
		return { id, chat: chat.shown, reads: () => chat.reads() };
	}

	private open(chat: Chat): Chat {
		this.chats.set(chat.id, chat);
		return chat;
	}

	private message(chat: object, from: object, content: object): number {
		const message_id = this.messageId();
		const message = { message_id, date: seconds(), chat, from, ...content };
		return this.updates.bring({ message });
	}

	private tap(chat: Chat, about: object, from: object, label: string): number {
		const [shown, button] = chat.button(label);
		const id = String(this.nextId++);
		this.taps.add(id);
		return this.updates.bring({
			callback_query: {
				id,
				from,
				chat_instance: "1",
				data: button.callback_data,
				message: {
					message_id: shown.id,
					date: seconds(),
					from: this.bot,
					chat: about,
					text: shown.text,
					reply_markup: { inline_keyboard: shown.buttons },
				},
			},
		});
	}

	private membership(
		chat: Chat,
		about: object,
		from: object,
		status: string,
	): void {
		chat.blocked = status === "kicked";
		const user = this.bot;
		this.updates.bring({
			my_chat_member: {
				chat: about,
				from,
				date: seconds(),
				old_chat_member: { user, status: "member" },
				new_chat_member: { user, status },
			},
		});
	}
}

const described = ({ id }: Group) => ({
	id,
	type: "supergroup",
	title: "Tổ dân phố 4",
});

const seconds = () => Math.floor(Date.now() / 1000);
