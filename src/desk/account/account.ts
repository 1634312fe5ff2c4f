import { type Context, Hono } from "hono";
import * as z from "zod";
import { byField } from "../../channels/web/entries.js";
import type { Told } from "../../people/keeper.js";
import type { ChangeOutcome } from "../../people/members.js";
import { readMemberName } from "../../people/name.js";
import { signInCookie } from "../cookie.js";
import { readForm, ticked } from "../form.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createShownOnce } from "../shown-once.js";
import { accountPage } from "./page.js";

const ACCOUNT = "/ban/tai-khoan";

const Described = z.object({
	name: z.string(),
	fields: z.unknown().optional(),
});
const Unlinked = z.object({ conversation: z.string() });
const Left = z.object({ sure: z.literal("co") });

/** `/ban/tai-khoan`: what a member says of themselves, where they are recognised, and going out. Noted by the door itself. */
export function accountRoutes(parts: DeskParts) {
	const { people, knowledge, office, clock, publicUrl, requires } = parts;
	const { door, crew } = people;
	const cookie = signInCookie(publicUrl);
	const keys = createShownOnce<Told>(clock);
	const own = requires("keep-account", UNNOTED);

	const show = async (
		c: Context<DeskEnv>,
		said: { done?: string; fault?: string } = {},
	) =>
		c.html(
			accountPage({
				...said,
				office: office(),
				actor: c.var.actor,
				member: c.var.member,
				knowledge: knowledge(),
				fields: byField(knowledge()).map(({ name }) => name),
				browsers: await crew.browsersOf(c.var.member.id),
				key: keys.get(c.var.member.id, c.req.query("ma")),
			}),
			said.fault ? 400 : 200,
		);
	const after = (c: Context<DeskEnv>, { kind }: ChangeOutcome, done: string) =>
		kind === "changed"
			? c.redirect(`${ACCOUNT}?${done}`, 303)
			: show(c, { fault: FAULT[kind] });

	return new Hono<DeskEnv>()
		.get(ACCOUNT, own, (c) => {
			const done = DONE.find(([sign]) => c.req.query(sign) !== undefined);
			return show(c, done && { done: done[1] });
		})
		.post(ACCOUNT, own, async (c) => {
			const sent = await readForm(c, Described);
			const name = sent && readMemberName(sent.name);
			if (!name) return show(c, { fault: NO_NAME });
			const known = new Set(byField(knowledge()).map((field) => field.name));
			const fields = ticked(sent.fields).filter((field) => known.has(field));
			return after(
				c,
				await crew.describe(c.var.member.id, { name, fields }),
				"da-sua",
			);
		})
		.post(`${ACCOUNT}/ma`, own, async (c) => {
			const { id } = c.var.member;
			const shown = keys.put(id, await door.giveKey(id));
			return c.redirect(`${ACCOUNT}?ma=${shown}#ma`, 303);
		})
		.post(`${ACCOUNT}/bo-noi`, own, async (c) => {
			const { id } = c.var.member;
			const sent = await readForm(c, Unlinked);
			const outcome = await crew.unlink(id, id, sent?.conversation ?? "");
			return after(c, outcome, "da-bo-noi");
		})
		.post(`${ACCOUNT}/roi-nhom`, own, async (c) => {
			const { id } = c.var.member;
			const sure = await readForm(c, Left);
			if (!sure) return show(c, { fault: NOT_SURE });
			const outcome = await crew.remove(id, id);
			if (outcome.kind !== "changed") return after(c, outcome, "");
			cookie.take(c);
			return c.redirect("/", 303);
		})
		.post("/ban/dang-xuat", own, async (c) => {
			await door.signOut(cookie.of(c) ?? "");
			cookie.take(c);
			return c.redirect("/vao", 303);
		})
		.post("/ban/dang-xuat-moi-noi", own, async (c) => {
			await door.signOutEverywhere(c.var.member.id);
			cookie.take(c);
			return c.redirect("/vao", 303);
		});
}

const DONE = [
	["da-sua", "Đã sửa."],
	["da-bo-noi", "Đã bỏ nối. Cuộc trò chuyện đó không còn quyền của anh/chị."],
] as const;
const NO_NAME =
	"Tên chưa đọc được. Anh/chị gõ tên bằng chữ, tối đa 60 ký tự, không kèm số điện thoại.";
const NOT_SURE =
	"Chưa rời nhóm: anh/chị đánh dấu ô “Tôi chắc chắn” rồi bấm lại.";
const FAULT: Readonly<
	Record<Exclude<ChangeOutcome["kind"], "changed">, string>
> = {
	"not-found": "Không còn thấy mục này; có thể vừa được sửa ở nơi khác.",
	"not-allowed": "Anh/chị không có quyền làm việc này.",
	"needs-desk": "Cần chọn một bàn.",
	"last-administrator":
		"Anh/chị là quản trị viên duy nhất của mọi bàn, nên chưa rời được. Mời một quản trị viên khác cho mọi bàn trước đã.",
};
