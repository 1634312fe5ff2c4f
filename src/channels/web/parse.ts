import * as z from "zod";

/** In characters as a reader counts them, whatever their encoding. */
export const LONGEST_TEXT = 2_000;
/** Room for the longest text with every character escaped, and then some. */
export const LARGEST_BODY = 64 * 1024;

export type Parsed<T> =
	| { readonly kind: "ok"; readonly value: T }
	| { readonly kind: "bad"; readonly error: string }
	| { readonly kind: "too-long" };

interface ChatRequest {
	readonly conversation?: string | undefined;
	readonly text: string;
}

const ChatRequest = z.object(
	{
		conversation: z
			.string("conversation: cần là chuỗi, hoặc bỏ đi để bắt đầu")
			.optional(),
		text: z.string("text: thiếu, hoặc không phải chuỗi"),
	},
	'cần một đối tượng JSON như {"text": "câu hỏi"}',
);

/** The body of `POST /api/chat`. */
export function parseChatRequest(body: string): Parsed<ChatRequest> {
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return { kind: "bad", error: "thân yêu cầu không phải JSON hợp lệ" };
	}
	const request = ChatRequest.safeParse(json);
	if (!request.success) {
		return {
			kind: "bad",
			error: request.error.issues.map(({ message }) => message).join("; "),
		};
	}
	const { conversation, text } = request.data;
	const said = parseText(text);
	return said.kind === "ok"
		? { kind: "ok", value: { conversation, text: said.value } }
		: said;
}

/**
 * What a person wrote, fit to be handed on: composed letters, no control characters, no halves of characters. Line
 * feeds stay.
 */
export function parseText(raw: string): Parsed<string> {
	const text = raw
		.normalize("NFC")
		.replace(/\r\n?/g, "\n")
		.replace(/\p{Surrogate}/gu, "\uFFFD")
		.replace(/[^\P{Cc}\n\t]/gu, " ")
		.trim();
	if (text === "") {
		return { kind: "bad", error: "text: chưa có chữ nào" };
	}
	return lengthOf(text) > LONGEST_TEXT
		? { kind: "too-long" }
		: { kind: "ok", value: text };
}

/** Code points; a string with few code units is not counted at all. */
const lengthOf = (text: string) =>
	text.length <= LONGEST_TEXT ? text.length : [...text].length;
