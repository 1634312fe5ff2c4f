import type { Booking } from "../../../src/booking/store.js";
import { createWeb, type Web } from "../../../src/channels/web/index.js";
import type { WebDeps } from "../../../src/channels/web/parts.js";
import type { Message } from "../../../src/conversation/message.js";
import type { Reply } from "../../../src/conversation/reply.js";
import { loadKnowledge } from "../../../src/knowledge/load.js";
import { createLog } from "../../../src/log.js";

/** The catalogue as it is shipped. */
export const knowledge = await loadKnowledge("knowledge");

export interface Opened {
	readonly web: Web;
	/** What reached the conversation, in order. */
	readonly heard: Message[];
	readonly logged: string[];
}

/** The web over a conversation that repeats what it hears, without a port. */
export function openWeb(changes: Partial<WebDeps> = {}): Opened {
	const heard: Message[] = [];
	const logged: string[] = [];
	const known = new Set<string>();
	const web = createWeb({
		async converse(message) {
			heard.push(message);
			known.add(message.conversation);
			return [{ text: `Nghe: ${message.text}`, choices: CHOICES }];
		},
		knows: async (conversation) => known.has(conversation),
		knowledge: () => knowledge,
		understand: () => () => ({
			intent: "ask",
			decision: "unknown",
			aspect: null,
			candidates: [],
			carried: false,
		}),
		findBooking: async () => undefined,
		writable: async () => true,
		clock: () => new Date("2026-11-24T02:00:00Z"),
		log: createLog("debug", { write: (line) => void logged.push(line) }),
		rateLimit: true,
		...changes,
	});
	return { web, heard, logged };
}

export const CHOICES: NonNullable<Reply["choices"]> = [
	{ label: "Lệ phí", value: "ask:2.001583:fee" },
	{ label: "Quay lại", value: "step:a:0" },
];

export const booking: Booking = {
	code: "T7-K4M9XQ",
	person: "web:abc",
	desk: "thu-bay",
	day: "2026-11-28",
	time: "08:30",
	place: 1,
	status: "booked",
	sequence: 0,
	procedure: "2.001583",
	visitor: { name: "chị Hoa", phone: "0912345678" },
	bookedAt: new Date("2026-11-24T02:00:00Z"),
};

/** Comes from this address, as over a port. */
export const from = (remoteAddress: string) => ({
	incoming: { socket: { remoteAddress } },
});

/** A program's message. */
export const post = (body: unknown, headers: Record<string, string> = {}) => ({
	method: "POST",
	headers: { "content-type": "application/json", ...headers },
	body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A form as a browser sends it. */
export const form = (
	fields: Record<string, string>,
	headers: Record<string, string> = {},
) => ({
	method: "POST",
	headers: {
		"content-type": "application/x-www-form-urlencoded",
		"sec-fetch-site": "same-origin",
		...headers,
	},
	body: new URLSearchParams(fields).toString(),
});
