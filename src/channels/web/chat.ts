import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { readAct } from "../../conversation/act.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { chatPage } from "./chat-page.js";
import type { WebEnv } from "./client-address.js";
import { createOnce } from "./once.js";
import { ourForms } from "./our-forms.js";
import { parseText } from "./parse.js";
import type { WebParts } from "./parts.js";
import {
	EMPTY,
	refuse,
	TOO_LONG,
	tooMany,
	wantsFragment,
	withinBodyLimit,
} from "./refusals.js";
import { NEWEST, renderLines } from "./render.js";
import { keyOf, newToken, type Said } from "./talk.js";
import type { Line, Transcripts } from "./transcripts.js";

/** Holds the conversation's id, out of the reach of scripts. */
const COOKIE = "cuoc-tro-chuyen";
/** As long as an untouched conversation is kept. */
const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** The chat page. A form that is sent, a redirect, a page: a script makes it smoother and is not needed. */
export function chatRoutes(parts: WebParts & { transcripts: Transcripts }) {
	const { talk, transcripts, knows, knowledge, addressOf, office, clock } =
		parts;
	const secure = parts.publicUrl?.startsWith("https:") ?? false;
	const once = createOnce<Said & { lines: readonly Line[] }>(clock);
	const ours = ourForms(parts.publicUrl);
	const cookieOf = (c: Context) => getCookie(c, COOKIE);
	const remember = (c: Context, conversation: string, seconds: number) =>
		setCookie(c, COOKIE, conversation, {
			httpOnly: true,
			sameSite: "Lax",
			secure,
			path: "/",
			maxAge: seconds,
		});

	/** One turn: what was said and what came back, also kept for the next look at the page. */
	async function turn(address: string, id: string | undefined, text: string) {
		const said = await talk(address, id, text);
		if (said.kind !== "said") return { ...said, lines: [] };
		if (!(await knows(keyOf(said.conversation)))) {
			// The person had everything deleted: that goes for what the page shows as well.
			transcripts.forget(said.conversation);
		}
		const before = transcripts.of(said.conversation) ?? [];
		const lines: readonly Line[] = [
			{ from: "person", text: labelOf(text, before, knowledge()) },
			...said.replies.map((reply) => ({ from: "desk", reply }) as const),
		];
		transcripts.add(said.conversation, lines);
		return { ...said, lines };
	}

	return new Hono<WebEnv>()
		.get("/", async (c) => {
			const conversation = cookieOf(c);
			const lines = conversation ? transcripts.of(conversation) : undefined;
			c.header("Cache-Control", "no-store");
			return c.html(
				chatPage({
					lines: lines ?? [],
					turn: newToken(),
					office: office(),
					forgotten: Boolean(
						conversation && !lines && (await knows(keyOf(conversation))),
					),
				}),
			);
		})
		.post("/", ours, withinBodyLimit(office), async (c) => {
			const { text: raw, turn: token } = await formOf(c);
			const text = parseText(raw);
			if (text.kind === "bad") return refuse(c, EMPTY, office());
			if (text.kind === "too-long") return refuse(c, TOO_LONG, office());
			const conversation = cookieOf(c);
			const act = () => turn(addressOf(c), conversation, text.value);
			const said = token
				? await once([conversation, token, text.value].join("\n"), act)
				: await act();
			if (said.kind === "too-many") {
				return refuse(c, tooMany(said.retryAfter), office());
			}
			remember(c, said.conversation, COOKIE_SECONDS);
			if (!wantsFragment(c)) return c.redirect(`/#${NEWEST}`, 303);
			const next = newToken();
			c.header("X-Turn", next);
			return c.html(html`${renderLines(said.lines, next)}`);
		})
		.post("/ket-thuc", ours, (c) => {
			const conversation = cookieOf(c);
			if (conversation) transcripts.forget(conversation);
			remember(c, "", 0);
			return c.redirect("/", 303);
		});
}

async function formOf(c: Context) {
	const form = await c.req.parseBody().catch(() => ({}));
	const { text, turn }: { text?: unknown; turn?: unknown } = form;
	return {
		text: typeof text === "string" ? text : "",
		turn: typeof turn === "string" ? turn : "",
	};
}

/** A tapped choice is shown in its words, not as the value behind them. */
function labelOf(
	text: string,
	before: readonly Line[],
	{ procedures }: Knowledge,
): string {
	const offered = before
		.flatMap((line) => (line.from === "desk" ? (line.reply.choices ?? []) : []))
		.findLast(({ value }) => value === text);
	// What follows a dash says how things stand, `— còn 9 chỗ`, and is not what the person said.
	if (offered) return offered.label.split(" — ")[0] ?? offered.label;
	const act = readAct(text);
	const about =
		act && "procedure" in act && procedures.get(act.procedure ?? "");
	return about ? `${ABOUT[act.kind]}: ${about.title}` : text;
}

const ABOUT = { ask: "Hỏi", book: "Đặt lịch" };
