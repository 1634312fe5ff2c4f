import * as z from "zod";
import { isRefusal, TIMED_OUT, ZaloRefusal, ZaloSilence } from "./fault.js";
import { lenient } from "./lenient.js";
import { TEMPO, type Tempo } from "./tempo.js";

export interface ZaloClientSettings {
	readonly token: string;
	readonly apiRoot: string;
	readonly tempo?: Partial<Tempo>;
}

export interface ZaloClient {
	getMe(signal?: AbortSignal): Promise<ZaloBot>;
	/** What arrived, not yet parsed; empty when nothing did. What is handed out is not handed out again. */
	getUpdates(
		seconds: number,
		signal?: AbortSignal,
	): Promise<readonly unknown[]>;
	/** Zalo keeps the address even when it could not reach it: read `verification`. */
	setWebhook(
		url: string,
		secret: string,
		signal?: AbortSignal,
	): Promise<{ readonly verification?: Verification | undefined }>;
	testWebhook(): Promise<Verification>;
	deleteWebhook(signal?: AbortSignal): Promise<void>;
	/** The address that Zalo calls; undefined when there is none. */
	getWebhookInfo(): Promise<string | undefined>;
	sendMessage(chatId: string, text: string): Promise<void>;
}

const Text = lenient(z.string());
const Code = lenient(
	z.union([
		z.int(),
		z
			.string()
			.regex(/^-?\d+$/)
			.transform(Number),
	]),
);

/** Only `ok` is relied on. */
const Envelope = z.object({
	ok: z.boolean(),
	result: z.unknown().optional(),
	description: Text,
	error_code: Code,
	errorCode: Code,
	parameters: lenient(z.object({ retry_after: z.number().positive() })),
});

const ZaloBot = z
	.object({
		id: lenient(z.union([z.string(), z.int().transform(String)])),
		account_name: Text,
		account_type: Text,
	})
	.catch({});
export type ZaloBot = z.infer<typeof ZaloBot>;

const Verification = z.object({
	ok: z.boolean().catch(false),
	outcome: Text,
	hint: Text,
});
export type Verification = z.infer<typeof Verification>;

const WebhookSet = z
	.object({ verification: lenient(Verification) })
	.catch({ verification: undefined });
const WebhookInfo = z.object({ url: Text }).catch({});

/**
 * The Zalo Bot Platform over HTTP: one try a call, nothing is sent again from here. A call that came to nothing throws
 * `ZaloRefusal` or `ZaloSilence`.
 */
export function createZaloClient({
	token,
	apiRoot,
	tempo,
}: ZaloClientSettings): ZaloClient {
	const { callMs, pollGraceMs } = { ...TEMPO, ...tempo };

	async function call(
		method: string,
		parameters: Readonly<Record<string, string>> = {},
		signal?: AbortSignal,
		withinMs = callMs,
	): Promise<unknown> {
		const answer = await ask(method, parameters, withinMs, signal);
		const read = Envelope.safeParse(parseJson(answer.body));
		if (!read.success) throw notTheApi(method, answer);
		if (read.data.ok) return read.data.result;
		const { error_code, errorCode, description, parameters: more } = read.data;
		throw new ZaloRefusal(
			method,
			error_code ?? errorCode ?? (answer.status >= 400 ? answer.status : 0),
			// An error page may repeat the address that was asked for.
			(description ?? "no reason given")
				.replaceAll(token, "[token]")
				.slice(0, 200),
			more?.retry_after ?? answer.waitSeconds,
		);
	}

	async function ask(
		method: string,
		parameters: Readonly<Record<string, string>>,
		withinMs: number,
		signal?: AbortSignal,
	): Promise<Answer> {
		// Not AbortSignal.any: on Node 20 it keeps every poll's signal for as long as the process lives.
		const ending = new AbortController();
		const end = () => ending.abort();
		const timer = setTimeout(end, withinMs);
		signal?.addEventListener("abort", end);
		if (signal?.aborted) end();
		try {
			const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
				method: "POST",
				headers: { "content-type": "application/json; charset=utf-8" },
				body: JSON.stringify(parameters),
				redirect: "manual", // it would carry the token to another address
				signal: ending.signal,
			});
			return {
				status: response.status,
				waitSeconds: secondsIn(response.headers.get("retry-after")),
				body: await response.text(),
			};
		} catch (error) {
			if (signal?.aborted) throw new ZaloSilence(method, "stopped", "perhaps");
			if (ending.signal.aborted)
				throw new ZaloSilence(method, `no answer in ${withinMs} ms`, "perhaps");
			// Without the cause: what fetch says may quote the address, and the token with it.
			const cause = causeOf(error);
			throw new ZaloSilence(
				method,
				`the connection failed (${cause.code ?? "no code"})`,
				neverArrived(cause) ? "no" : "perhaps",
			);
		} finally {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
		}
	}

	return {
		getMe: async (signal) => ZaloBot.parse(await call("getMe", {}, signal)),

		async getUpdates(seconds, signal) {
			const withinMs = seconds * 1000 + pollGraceMs;
			try {
				const timeout = String(seconds);
				const result = await call("getUpdates", { timeout }, signal, withinMs);
				return Array.isArray(result) ? result : result ? [result] : [];
			} catch (error) {
				if (isRefusal(error, TIMED_OUT)) return [];
				throw error;
			}
		},

		setWebhook: async (url, secret_token, signal) =>
			WebhookSet.parse(await call("setWebhook", { url, secret_token }, signal)),

		testWebhook: async () =>
			Verification.catch({ ok: false }).parse(await call("testWebhook")),

		async deleteWebhook(signal) {
			await call("deleteWebhook", {}, signal);
		},

		async getWebhookInfo() {
			try {
				const info = WebhookInfo.parse(await call("getWebhookInfo"));
				return info.url || undefined;
			} catch (error) {
				if (isRefusal(error, 404)) return undefined;
				throw error;
			}
		},

		async sendMessage(chatId, text) {
			await call("sendMessage", { chat_id: chatId, text });
		},
	};
}

interface Answer {
	readonly status: number;
	readonly waitSeconds: number | undefined;
	readonly body: string;
}

/** A proxy that gave up waiting for what is behind it; 524 is Cloudflare's. */
const GAVE_UP_WAITING: readonly number[] = [TIMED_OUT, 504, 524];

/**
 * Something in front of Zalo answered in its place. Then nothing was taken, unless it gave up waiting for Zalo, or half
 * an answer came through a door that said all was well.
 */
function notTheApi(
	method: string,
	{ status, body, waitSeconds }: Answer,
): Error {
	if (status === 429)
		return new ZaloRefusal(method, status, "too many requests", waitSeconds);
	const html = /^\s*</.test(body);
	const taken = GAVE_UP_WAITING.includes(status) || (status < 300 && !html);
	return new ZaloSilence(
		method,
		`${html ? "an HTML page" : "not an answer of the API"} (HTTP ${status})`,
		taken ? "perhaps" : "no",
	);
}

/** What went wrong with a connection, as fetch wraps it; several tried addresses wrap it once more. */
interface Cause {
	readonly code?: string;
	readonly syscall?: string;
	readonly message?: string;
	readonly errors?: readonly Cause[];
}

function causeOf(error: unknown): Cause {
	const { cause = {} } = error as { readonly cause?: Cause };
	return cause.errors?.at(-1) ?? cause;
}

/** No connection came about, so nothing was written to it. */
const neverArrived = ({ code = "", syscall, message = "" }: Cause): boolean =>
	syscall === "connect" ||
	syscall === "getaddrinfo" ||
	/^(UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_.+|ERR_TLS_.+|ERR_SSL_.+|UNABLE_TO_.+|DEPTH_ZERO_.+|SELF_SIGNED_.+)$/.test(
		code,
	) ||
	message.includes("before secure TLS connection");

function parseJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined; // not an envelope, as its reader will find
	}
}

const secondsIn = (header: string | null): number | undefined =>
	header !== null && /^\d{1,5}$/.test(header) ? Number(header) || 1 : undefined;
