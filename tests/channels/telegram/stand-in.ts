import { once } from "node:events";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Chat, File, Shown } from "./stand-in/chat.js";
import { type Fault, Faults, meet, say } from "./stand-in/faults.js";
import {
	type Command,
	checkedButtons,
	checkedCommands,
	checkedText,
	checkedWebhook,
	createPace,
	type PerSecond,
} from "./stand-in/limits.js";
import { type Group, People, type Person } from "./stand-in/people.js";
import { problem, Refusal, refuse } from "./stand-in/refusal.js";
import { Updates, type Webhook } from "./stand-in/updates.js";

export type { Button, Shown } from "./stand-in/chat.js";
export type { Fault } from "./stand-in/faults.js";
export type { Group, Person } from "./stand-in/people.js";

/**
 * A Bot API server of our own on 127.0.0.1: long polls with one poller, webhooks that are repeated until they are taken,
 * Telegram's limits, faults on demand, and people who type and tap.
 */
export interface StandIn {
	readonly url: string;
	readonly token: string;
	readonly username: string;
	/** Every call that arrived, also those that met a fault. */
	readonly calls: readonly Call[];
	/** The commands set, by language; "" is everybody's. */
	readonly commands: ReadonlyMap<string, readonly Command[]>;
	readonly webhook: Webhook;
	person(firstName?: string, id?: number): Person;
	/** A group that the bot is in. */
	group(): Group;
	/** The next calls of the method, or of any (`*`), meet the fault instead of being carried out. */
	fails(method: string, fault: Fault, times?: number): void;
	/** The next calls of the method are carried out, and their answers get lost. */
	losesAnswers(method: string, times?: number): void;
	/** An update of any shape; its id is given here. */
	brings(content: object): number;
	/** Every update so far once more. */
	bringsAllAgain(): void;
	/** From now on the token is refused. */
	revokesToken(): void;
	/** Resolves once nothing waits to be fetched or brought. */
	delivered(): Promise<void>;
	close(): Promise<void>;
}

export interface Call {
	readonly method: string;
	readonly payload: Payload;
	/** When it arrived, in milliseconds of this process. */
	readonly at: number;
}

type Payload = Readonly<Record<string, unknown>>;

export interface StandInOptions {
	/** None: as much as comes. */
	readonly perSecond?: PerSecond;
	readonly repeatMs?: number;
}

const BOT_ID = 7_000_000_001;
const USERNAME = "ban_thu_bay_bot";

export async function standIn({
	perSecond,
	repeatMs = 20,
}: StandInOptions = {}): Promise<StandIn> {
	const token = `${BOT_ID}:AAE-stand-in_${"x".repeat(22)}`;
	const calls: Call[] = [];
	const commands = new Map<string, readonly Command[]>();
	const faults = new Faults();
	const updates = new Updates(repeatMs);
	const people = new People(BOT_ID, USERNAME, updates);
	const methods = botMethods({ commands, updates, people, perSecond });
	let valid = true;

	async function handle(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const [, given, method = ""] =
			request.url?.match(/^\/bot([^/]+)\/(\w+)$/) ?? [];
		const payload = await readPayload(request);
		calls.push({ method, payload, at: performance.now() });
		const planned = faults.next(method);
		if (planned && !planned.after) return meet(planned.fault, response);
		try {
			if (given !== token || !valid) refuse(401, "Unauthorized");
			const carryOut = methods[method] ?? refuse(404, "Not Found");
			const result = await carryOut(payload);
			if (!valid) refuse(401, "Unauthorized"); // revoked during a long poll
			if (planned) meet(planned.fault, response);
			else say(response, 200, { ok: true, result });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const { code, message, parameters } = error;
			say(response, code, {
				...problem(code, message),
				...(parameters && { parameters }),
			});
		}
	}

	const server = createServer((request, response) => {
		handle(request, response).catch((error) => {
			console.error("stand-in:", error);
			response.destroy();
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://127.0.0.1:${port}`,
		token,
		username: USERNAME,
		calls,
		commands,
		get webhook() {
			return updates.webhook;
		},
		person: (firstName = "Lan", id) => people.person(firstName, id),
		group: () => people.group(),
		fails: (method, fault, times = 1) =>
			faults.plan(method, fault, times, false),
		losesAnswers: (method, times = 1) =>
			faults.plan(method, { kind: "drop" }, times, true),
		brings: (content) => updates.bring(content),
		bringsAllAgain: () => updates.bringAllAgain(),
		revokesToken() {
			valid = false;
			updates.wake();
		},
		delivered: () => updates.delivered(),
		async close() {
			updates.close();
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

interface Parts {
	readonly commands: Map<string, readonly Command[]>;
	readonly updates: Updates;
	readonly people: People;
	readonly perSecond: PerSecond | undefined;
}

function botMethods({
	commands,
	updates,
	people,
	perSecond,
}: Parts): Readonly<Record<string, (payload: Payload) => unknown>> {
	const keepPace = createPace(perSecond);

	function chatOf(id: unknown): Chat {
		const chat = people.chat(id) ?? refuse(400, "Bad Request: chat not found");
		if (chat.blocked) refuse(403, "Forbidden: bot was blocked by the user");
		return chat;
	}

	function show(id: unknown, message: Omit<Shown, "id" | "edits">): object {
		const chat = chatOf(id);
		keepPace(chat.id);
		const shown = { ...message, id: people.messageId(), edits: 0 };
		return asTelegram(chat, chat.show(shown));
	}

	const asTelegram = ({ id, type }: Chat, shown: Shown) => ({
		message_id: shown.id,
		date: Math.floor(Date.now() / 1000),
		chat: { id, type },
		from: people.bot,
		text: shown.text,
	});

	return {
		getMe: () => people.bot,

		getUpdates({ offset = 0, limit = 100, timeout = 0, allowed_updates }) {
			updates.allow(allowed_updates);
			return updates.poll(Number(offset), Number(limit), Number(timeout));
		},

		sendMessage({ chat_id, text, reply_markup, reply_parameters }) {
			const { message_id } = (reply_parameters ?? {}) as {
				readonly message_id?: number;
			};
			return show(chat_id, {
				text: checkedText(text),
				buttons: checkedButtons(reply_markup),
				...(message_id && { repliesTo: message_id }),
			});
		},

		sendDocument({ chat_id, document }) {
			const file = document as File | undefined;
			if (!file?.content) refuse(400, "Bad Request: file must be non-empty");
			return show(chat_id, { text: "", buttons: [], file });
		},

		editMessageText({ chat_id, message_id, text, reply_markup }) {
			const chat = chatOf(chat_id);
			return asTelegram(
				chat,
				chat.edit(message_id, {
					text: checkedText(text),
					buttons: checkedButtons(reply_markup),
				}),
			);
		},

		editMessageReplyMarkup({ chat_id, message_id, reply_markup }) {
			const chat = chatOf(chat_id);
			const buttons = checkedButtons(reply_markup);
			return asTelegram(chat, chat.edit(message_id, { buttons }));
		},

		answerCallbackQuery({ callback_query_id, text = "" }) {
			if (String(text).length > 200) {
				refuse(400, "Bad Request: MESSAGE_TOO_LONG");
			}
			return (
				people.acknowledge(String(callback_query_id)) ||
				refuse(
					400,
					"Bad Request: query is too old and response timeout expired or query ID is invalid",
				)
			);
		},

		sendChatAction({ chat_id }) {
			chatOf(chat_id);
			return true;
		},

		setMyCommands({ commands: given, language_code = "" }) {
			commands.set(String(language_code), checkedCommands(given));
			return true;
		},

		setWebhook({ url, secret_token, allowed_updates }) {
			checkedWebhook(String(url), secret_token);
			updates.allow(allowed_updates);
			updates.setWebhook({
				url: String(url),
				...(secret_token !== undefined && { secret: String(secret_token) }),
			});
			return true;
		},

		deleteWebhook({ drop_pending_updates }) {
			updates.setWebhook({ url: "" });
			if (drop_pending_updates) updates.drop();
			return true;
		},

		getWebhookInfo: () => ({
			url: updates.webhook.url,
			has_custom_certificate: false,
			pending_update_count: updates.pending,
		}),
	};
}

/** JSON, or the parts of a form: a file becomes its name and its text. */
async function readPayload(request: IncomingMessage): Promise<Payload> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	const type = request.headers["content-type"] ?? "";
	if (!type.startsWith("multipart/")) {
		return body.length > 0 ? JSON.parse(body.toString()) : {};
	}
	const form = await new Response(body, {
		headers: { "content-type": type },
	}).formData();
	const parts = [...form].map(async ([key, value]) => [
		key,
		typeof value === "string"
			? value
			: { name: value.name, content: await value.text() },
	]);
	return Object.fromEntries(await Promise.all(parts));
}
