import { type Context, Hono } from "hono";
import * as z from "zod";
import type { WebEnv } from "../../channels/web/client-address.js";
import { refuse } from "../../channels/web/refusals.js";
import type { Looked } from "../../people/door.js";
import { readMemberName } from "../../people/name.js";
import { signInCookie } from "../cookie.js";
import { readForm } from "../form.js";
import type { DeskParts } from "../parts.js";
import { triedTooOften } from "../refusals.js";
import { ownPath } from "./next.js";
import { codePage, gonePage, openPage } from "./pages.js";

const Sent = z.object({
	code: z.string().optional(),
	name: z.string().optional(),
	next: z.string().optional(),
});

const WRONG_CODE =
	"Mã này không dùng được: sai, đã dùng, đã được rút lại hoặc hết hạn. Anh/chị xem lại giúp.";
const NO_NAME =
	"Tên chưa đọc được. Anh/chị gõ tên bằng chữ, tối đa 60 ký tự, không kèm số điện thoại.";

/**
 * `/vao`: the one room of the desk that is open to all. A look at a link changes nothing, so that previews and
 * prefetching do not use it up; only the form does.
 */
export function accessRoutes(parts: DeskParts) {
	const { people, knowledge, office, addressOf, publicUrl } = parts;
	const { door } = people;
	const cookie = signInCookie(publicUrl);
	const look = (c: Context<WebEnv>, secret: string) =>
		door.look(secret, `web:${addressOf(c)}`);
	const waiting = (c: Context<WebEnv>, { seconds }: { seconds: number }) =>
		refuse(c, triedTooOften(seconds), office());

	/** Goes in by what was found, or asks for the name that is still missing. */
	async function enter(
		c: Context<WebEnv>,
		{ hash, opening }: Extract<Looked, { kind: "open" }>,
		{ code, name, next }: z.infer<typeof Sent>,
		gone: () => Response | Promise<Response>,
	): Promise<Response> {
		const before = cookie.of(c);
		const go = (given: string) => {
			cookie.give(c, given);
			return c.redirect(ownPath(next), 303);
		};
		if (opening.kind === "key") {
			const outcome = await door.signIn(before, hash);
			return outcome.kind === "signed-in" ? go(outcome.cookie) : gone();
		}
		const called = name === undefined ? undefined : readMemberName(name);
		if (called === undefined) {
			const asking = openPage(opening, {
				office: office(),
				next: ownPath(next),
				fault: name === undefined ? undefined : NO_NAME,
				to: c.req.path,
				code,
				knowledge: knowledge(),
			});
			return c.html(asking, name === undefined ? 200 : 400);
		}
		const outcome = await door.joinWith(before, hash, called);
		return outcome.kind === "joined" ? go(outcome.cookie) : gone();
	}

	return new Hono<WebEnv>()
		.use("/vao/*", async (c, next) => {
			c.header("Cache-Control", "no-store");
			c.header("X-Robots-Tag", "noindex");
			await next();
		})
		.get("/vao", async (c) => {
			const next = ownPath(c.req.query("next"));
			const { kind } = await door.actorWith(cookie.of(c));
			if (kind === "member") return c.redirect(next, 303);
			return c.html(codePage({ office: office(), next }));
		})
		.post("/vao", async (c) => {
			const sent = (await readForm(c, Sent)) ?? {};
			const wrong = () =>
				c.html(
					codePage({
						office: office(),
						next: ownPath(sent.next),
						fault: WRONG_CODE,
					}),
					400,
				);
			const looked = await look(c, (sent.code ?? "").slice(0, LONGEST_CODE));
			if (looked.kind === "wait") return waiting(c, looked);
			if (looked.kind === "wrong") return wrong();
			return enter(c, looked, sent, wrong);
		})
		.get("/vao/:link", async (c) => {
			const looked = await look(c, c.req.param("link"));
			if (looked.kind === "wait") return waiting(c, looked);
			if (looked.kind === "wrong") return c.html(gonePage(office()), 404);
			return c.html(
				openPage(looked.opening, {
					office: office(),
					next: ownPath(undefined),
					to: c.req.path,
					knowledge: knowledge(),
				}),
			);
		})
		.post("/vao/:link", async (c) => {
			const gone = () => c.html(gonePage(office()), 404);
			const looked = await look(c, c.req.param("link"));
			if (looked.kind === "wait") return waiting(c, looked);
			if (looked.kind === "wrong") return gone();
			const { name, next } = (await readForm(c, Sent)) ?? {};
			return enter(c, looked, { name: name ?? "", next }, gone);
		});
}

/** With room for spaces and hyphens. */
const LONGEST_CODE = 40;
