import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with a call, instead of what it asked for or after it was done. */
export type Fault =
	/** `ok: false`; with HTTP 200 unless said otherwise, as the platform does. */
	| {
			readonly kind: "error";
			readonly code: number;
			readonly http?: number;
			readonly description?: string;
			readonly key?: "error_code" | "errorCode";
			readonly retryAfter?: number;
	  }
	/** A proxy's page in place of an answer. */
	| { readonly kind: "html"; readonly http: number }
	/** Any other body in place of an answer. */
	| { readonly kind: "body"; readonly body: string; readonly http?: number }
	/** The connection is cut: before anything was done, or after it. */
	| { readonly kind: "drop"; readonly done: boolean }
	/** No answer ever comes: before anything was done, or after it. */
	| { readonly kind: "silence"; readonly done: boolean };

export interface StandInOptions {
	readonly token?: string;
	/** The longest that an idle poll is held, whatever timeout was asked for. */
	readonly idleMs?: number;
	/** How events are wrapped. Real ones were seen flat; the documents wrap them. */
	readonly shape?: "flat" | "wrapped";
	/** A poll's result: one object as the documents say, or an array as some clients expect. */
	readonly polled?: "one" | "array";
	/** How often each event is posted to the webhook. */
	readonly copies?: number;
	/** Whether a webhook must be https and public, as the platform demands. */
	readonly publicOnly?: boolean;
	/** How often setWebhook and testWebhook may be called. */
	readonly webhookCallsADay?: number;
}

export interface Call {
	readonly method: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Person {
	readonly id: string;
	/** Everything the bot sent, in order. */
	readonly received: readonly string[];
	types(text: string): Promise<void>;
	sendsPhoto(caption?: string): Promise<void>;
	sendsSticker(): Promise<void>;
	sendsVoice(): Promise<void>;
	/** A link card, a file, a place; or anything at all from a protected account. */
	sendsUnsupported(): Promise<void>;
	/** The next message from the bot that was not read yet; waits for it. */
	reads(): Promise<string>;
}

type Json = Readonly<Record<string, unknown>>;

const OK = (result?: unknown): Json =>
	result === undefined ? { ok: true } : { ok: true, result };
const NO = (error_code: number, description: string): Json => ({
	ok: false,
	error_code,
	description,
});
const TIMEOUT = NO(408, "Request timeout");

/** Every method of the platform. Names of other bot platforms (editMessageText, sendFile …) are not among them. */
const METHODS = [
	"getMe",
	"getUpdates",
	"setWebhook",
	"testWebhook",
	"deleteWebhook",
	"getWebhookInfo",
	"sendMessage",
	"sendPhoto",
	"sendSticker",
	"sendVoice",
	"sendChatAction",
] as const;
export type Method = (typeof METHODS)[number];

/**
 * The Zalo Bot Platform as far as its fact sheet knows it, on this machine: limits are enforced, an update handed out
 * is gone, and an empty poll ends with 408 in a body of HTTP 200.
 */
export async function startZalo({
	token = "1234567890:stand-in-secret",
	idleMs = 20,
	shape = "flat",
	polled = "one",
	copies = 1,
	publicOnly = false,
	webhookCallsADay = Number.POSITIVE_INFINITY,
}: StandInOptions = {}) {
	const calls: Call[] = [];
	const faults = new Map<string, Fault[]>();
	const people = new Map<string, PersonInside>();
	const queue: Json[] = [];
	const events: Json[] = [];
	const deliveries: { readonly body: string; readonly status: number }[] = [];
	const polls = new Set<() => void>();
	const watchers = new Set<() => void>();
	let webhook: { readonly url: string; readonly secret: string } | undefined;
	let webhookCalls = 0;
	let ids = 0;
	const nextId = () => `m${(++ids).toString(16).padStart(19, "0")}`;
	const receipt = () => OK({ message_id: nextId(), date: Date.now() });

	const changed = () => {
		for (const look of [...watchers]) look();
	};

	/** Resolves once the condition holds; looks again whenever something happens here. */
	const until = (holds: () => boolean): Promise<void> =>
		new Promise((resolve) => {
			const look = () => {
				if (!holds()) return;
				watchers.delete(look);
				resolve();
			};
			watchers.add(look);
			look();
		});

	const wrapped = (event: Json): Json =>
		shape === "flat" ? event : { ok: true, result: event };

	async function post(body: string, headers: Record<string, string> = {}) {
		if (!webhook) throw new Error("no webhook is set");
		const response = await fetch(webhook.url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"user-agent": "Java/1.8.0_191",
				"x-bot-api-secret-token": webhook.secret,
				...headers,
			},
			body,
		});
		deliveries.push({ body, status: response.status });
		changed();
		return response.status;
	}

	/** An event on its way to the bot, however the bot takes them. */
	async function deliver(event: Json): Promise<void> {
		events.push(event);
		await bring(event);
	}

	async function bring(event: Json): Promise<void> {
		if (!webhook) {
			queue.push(event);
			const [wake] = polls;
			wake?.();
			return;
		}
		const body = JSON.stringify(wrapped(event));
		await Promise.all(Array.from({ length: copies }, () => post(body)));
	}

	class PersonInside implements Person {
		readonly received: string[] = [];
		#read = 0;

		constructor(
			readonly id: string,
			private readonly name: string,
		) {}

		types = (text: string) => this.#sends("text", { text });
		sendsPhoto = (caption?: string) =>
			this.#sends("image", {
				message_type: "CHAT_PHOTO",
				photo_url: "https://photo.example.vn/x.jpg",
				...(caption !== undefined && { caption }),
			});
		sendsSticker = () =>
			this.#sends("sticker", {
				sticker: "s42",
				url: "https://sticker.example.vn/s42.png",
			});
		sendsVoice = () =>
			this.#sends("voice", {
				message_type: "CHAT_VOICE",
				voice_url: "https://voice.example.vn/v.aac",
			});
		sendsUnsupported = () => this.#sends("unsupported", {});

		async reads(): Promise<string> {
			const at = this.#read++;
			await until(() => this.received.length > at);
			return this.received[at] ?? "";
		}

		#sends(kind: string, content: Json): Promise<void> {
			return deliver({
				event_name: `message.${kind}.received`,
				message: {
					message_id: nextId(),
					date: Date.now(),
					from: { id: this.id, display_name: this.name, is_bot: false },
					chat: { id: this.id, chat_type: "PRIVATE" },
					...content,
				},
			});
		}
	}

	function takeOne(): Json {
		const [event] = queue.splice(0, 1);
		return event ? OK(polled === "array" ? [event] : event) : TIMEOUT;
	}

	/** Two pollers share the events: each goes to the one that asked first. */
	async function getUpdates(
		{ timeout = "30" }: Json,
		gone: AbortSignal,
	): Promise<Json> {
		if (webhook) return NO(400, "A webhook is set: delete it first");
		if (queue.length > 0) return takeOne();
		const seconds = Number(timeout);
		if (!(seconds >= 0)) return NO(400, "timeout is not a number");
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				polls.delete(end);
				resolve();
			};
			const timer = setTimeout(end, Math.min(seconds * 1000, idleMs));
			polls.add(end);
			gone.addEventListener("abort", end);
		});
		return gone.aborted ? TIMEOUT : takeOne();
	}

	async function verify() {
		if (!webhook) return { ok: false, outcome: "webhook.err.other" };
		const { url } = webhook;
		try {
			const status = await post("");
			return status < 300
				? { ok: true, url, outcome: "webhook.ok", status_code: status }
				: {
						ok: false,
						url,
						outcome: `webhook.http.${status}`,
						hint: "The address answered, but not with 2xx",
						status_code: status,
					};
		} catch {
			return {
				ok: false,
				url,
				outcome: "webhook.err.conn",
				hint: "No connection to the address",
			};
		}
	}

	function recipient({ chat_id }: Json): PersonInside | undefined {
		return typeof chat_id === "string" ? people.get(chat_id) : undefined;
	}

	const isText = (text: unknown): text is string =>
		typeof text === "string" && text.length >= 1 && text.length <= 2_000;

	function send(parameters: Json, content: unknown, needed: boolean): Json {
		const person = recipient(parameters);
		if (!person) return NO(400, "chat_id is missing or never wrote to the bot");
		if (!needed) return NO(400, "a parameter is missing or out of its limits");
		person.received.push(String(content));
		return receipt();
	}

	const answers: Record<
		Method,
		(parameters: Json, gone: AbortSignal) => Json | Promise<Json>
	> = {
		getMe: () =>
			OK({
				id: token.split(":")[0],
				account_name: "bot.standin",
				account_type: "BASIC",
				can_join_groups: false,
			}),
		getUpdates,
		async setWebhook({ url, secret_token }) {
			if (++webhookCalls > webhookCallsADay) return NO(426, "Limit of the day");
			if (typeof url !== "string" || !isAllowed(url, publicOnly))
				return NO(400, "url must be https and public");
			if (
				typeof secret_token !== "string" ||
				secret_token.length < 8 ||
				secret_token.length > 256
			)
				return NO(400, "secret_token must have 8 to 256 characters");
			webhook = { url, secret: secret_token };
			// Kept whatever comes of it.
			const verification = await verify();
			return OK({ url, updated_at: Date.now(), verification });
		},
		async testWebhook() {
			if (++webhookCalls > webhookCallsADay)
				return { ok: false, errorCode: 426, description: "Limit of the day" };
			return OK(await verify());
		},
		deleteWebhook() {
			webhook = undefined;
			return OK({ url: "", updated_at: Date.now() });
		},
		getWebhookInfo: () =>
			webhook
				? OK({ url: webhook.url, updated_at: Date.now() })
				: NO(404, "Not found"),
		sendMessage: (parameters) =>
			send(parameters, parameters.text, isText(parameters.text)),
		sendPhoto: (parameters) =>
			send(parameters, parameters.photo, !!parameters.photo),
		sendSticker: (parameters) =>
			send(parameters, parameters.sticker, !!parameters.sticker),
		sendVoice: (parameters) =>
			send(
				parameters,
				parameters.voice_url,
				String(parameters.voice_url).endsWith(".aac"),
			),
		sendChatAction: (parameters) =>
			recipient(parameters) && parameters.action === "typing"
				? OK()
				: NO(400, "chat_id or action is wrong"),
	};

	async function answer(
		method: string,
		parameters: Json,
		gone: AbortSignal,
	): Promise<Json> {
		if (!isMethod(method)) return NO(404, "No such method");
		const done = await answers[method](parameters, gone);
		changed();
		return done;
	}

	async function handle(request: IncomingMessage, response: ServerResponse) {
		const address = new URL(request.url ?? "", "http://stand-in");
		const [, given, method = ""] =
			address.pathname.match(/^\/bot([^/]+)\/([^/]+)$/) ?? [];
		const parameters = {
			...Object.fromEntries(address.searchParams),
			...(await parametersIn(request)),
		};
		calls.push({ method, parameters });
		changed();
		const gone = new AbortController();
		response.once("close", () => gone.abort());
		const reply = (body: Json, http = 200, headers = {}) =>
			response
				.writeHead(http, { "content-type": "application/json", ...headers })
				.end(JSON.stringify(body));
		if (given === undefined || decodeURIComponent(given) !== token) {
			reply(NO(401, "Unauthorized"));
			return changed();
		}
		const fault = faults.get(method)?.shift() ?? faults.get("*")?.shift();
		if (!fault)
			return void reply(await answer(method, parameters, gone.signal));
		switch (fault.kind) {
			case "error": {
				const { code, http = 200, description = "Injected", key } = fault;
				const { retryAfter } = fault;
				reply(
					{ ok: false, [key ?? "error_code"]: code, description },
					http,
					retryAfter === undefined ? {} : { "retry-after": retryAfter },
				);
				break;
			}
			case "html":
				response
					.writeHead(fault.http, { "content-type": "text/html" })
					.end(`<html><body>${fault.http} at ${request.url}</body></html>`);
				break;
			case "body":
				response.writeHead(fault.http ?? 200).end(fault.body);
				break;
			case "drop":
				if (fault.done) await answer(method, parameters, gone.signal);
				request.socket.destroy();
				break;
			case "silence":
				if (fault.done) await answer(method, parameters, gone.signal);
				break;
		}
		changed();
	}

	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			response.destroy(error as Error);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;

	return {
		token,
		apiRoot: `http://127.0.0.1:${port}`,
		/** Every call, well-formed or not, in the order they came. */
		calls: calls as readonly Call[],
		called: (method: Method) => calls.filter((call) => call.method === method),
		/** What was posted to the webhook, and what it answered. */
		deliveries: deliveries as readonly {
			readonly body: string;
			readonly status: number;
		}[],
		until,
		webhook: () => webhook,
		/** Resolves once a webhook is set. */
		registered: () => until(() => webhook !== undefined),
		/** Nothing waits to be polled. */
		drained: () => until(() => queue.length === 0),

		/** Somebody who has opened the chat; the same name is the same person. */
		person(name: string): Person {
			const id = Buffer.from(name).toString("hex").padEnd(20, "0").slice(-20);
			const known = people.get(id) ?? new PersonInside(id, name);
			people.set(id, known);
			return known;
		},
		deliver,
		/** Every event so far once more; nobody knows when the platform does so. */
		async deliverAllAgain() {
			for (const event of [...events]) await bring(event);
		},
		/** Posts a body of any shape to the webhook, signed unless the headers say otherwise. */
		post,
		/** The next calls of the method go wrong in these ways, in turn; `*` is any method. */
		fail(method: Method | "*", ...ways: readonly Fault[]) {
			faults.set(method, [...(faults.get(method) ?? []), ...ways]);
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
export type StandIn = Awaited<ReturnType<typeof startZalo>>;

const isMethod = (name: string): name is Method =>
	METHODS.some((method) => method === name);

function isAllowed(url: string, publicOnly: boolean): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return (
		!publicOnly ||
		(protocol === "https:" &&
			!/^(localhost$|127\.|10\.|192\.168\.|\[)/.test(hostname))
	);
}

/** JSON or a form; the platform takes both. */
async function parametersIn(request: IncomingMessage): Promise<Json> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks).toString("utf8");
	if (!body) return {};
	return request.headers["content-type"]?.includes("json")
		? (JSON.parse(body) as Json)
		: Object.fromEntries(new URLSearchParams(body));
}
