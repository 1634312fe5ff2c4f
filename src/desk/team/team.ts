import { type Context, Hono } from "hono";
import * as z from "zod";
import { byField } from "../../channels/web/entries.js";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import type { Told } from "../../people/keeper.js";
import type { ChangeOutcome } from "../../people/members.js";
import { desksWhere, type Member, may, type Role } from "../../people/roles.js";
import { readForm, ticked } from "../form.js";
import { type DeskEnv, type Noted, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createShownOnce } from "../shown-once.js";
import { invitedPage, memberPage, teamPage } from "./pages.js";

const TEAM = "/quan-tri/nhom-lam-viec";
/** In forms: every desk. */
export const EVERY_DESK = "*";

const Post = z.object({
	role: z.enum(["volunteer", "administrator"]),
	desk: z.string().min(1),
});
const Assigned = Post.extend({ fields: z.unknown().optional() });
const Unlinked = z.object({ conversation: z.string() });
const Removed = z.object({ sure: z.literal("co") });

export interface Invited {
	readonly told: Told;
	readonly link: string;
	readonly role: Role;
	readonly desk: string | null;
}

/** `/quan-tri/nhom-lam-viec`: who belongs to the team, and inviting. What is changed here the crew notes by itself. */
export function teamRoutes(parts: DeskParts) {
	const { people, knowledge, office, clock, publicUrl, requires } = parts;
	const { crew } = people;
	const shown = createShownOnce<Invited>(clock);
	const change = requires("manage-team", UNNOTED);
	const seen = (subject: Noted["subject"]) =>
		requires("manage-team", { act: "team-seen", subject });

	const fields = () => byField(knowledge()).map(({ name }) => name);
	const known = (desk: string) =>
		desk === EVERY_DESK || knowledge().desks.some(({ id }) => id === desk);
	const deskOf = (desk: string) => (desk === EVERY_DESK ? null : desk);
	/** A member whom this one manages; for all others there is no such page. */
	const managed = async (c: Context<DeskEnv>): Promise<Member | undefined> => {
		const found = (await crew.members()).find(
			({ id }) => id === c.req.param("id"),
		);
		return found && may(c.var.actor, "manage-team", found.desk)
			? found
			: undefined;
	};
	const shared = (c: Context<DeskEnv>) => ({
		office: office(),
		actor: c.var.actor,
		knowledge: knowledge(),
		desks: desksWhere(c.var.actor, "manage-team", knowledge().desks),
		everyDesk: may(c.var.actor, "manage-team", null),
	});
	const missing = (c: Context<DeskEnv>) => refuse(c, NOT_FOUND, office());

	const showTeam = async (c: Context<DeskEnv>, fault?: string) => {
		const theirs = ({ desk }: { readonly desk: string | null }) =>
			may(c.var.actor, "manage-team", desk);
		const done = DONE.find(([sign]) => c.req.query(sign) !== undefined);
		return c.html(
			teamPage({
				...shared(c),
				fault,
				done: done?.[1],
				members: (await crew.members()).filter(theirs),
				invitations: (await crew.invitations()).filter(theirs),
			}),
			fault ? 400 : 200,
		);
	};
	const showMember = async (c: Context<DeskEnv>, fault?: string) => {
		const member = await managed(c);
		if (!member) return missing(c);
		return c.html(
			memberPage({ ...shared(c), fault, member, fields: fields() }),
			fault ? 400 : 200,
		);
	};
	const after = (c: Context<DeskEnv>, { kind }: ChangeOutcome, done: string) =>
		kind === "changed"
			? c.redirect(`${TEAM}?${done}`, 303)
			: showMember(c, FAULT[kind]);

	return new Hono<DeskEnv>()
		.get(
			TEAM,
			seen(() => "nhom"),
			(c) => showTeam(c),
		)
		.post(`${TEAM}/moi`, change, async (c) => {
			const sent = await readForm(c, Post);
			if (!sent || !known(sent.desk)) return showTeam(c, FAULT["needs-desk"]);
			const to = { role: sent.role, desk: deskOf(sent.desk) };
			const outcome = await crew.invite(c.var.member.id, to);
			if (outcome.kind !== "invited") return showTeam(c, FAULT[outcome.kind]);
			const { told } = outcome;
			const base = publicUrl ?? new URL(c.req.url).origin;
			const link = `${base}/vao/${told.link}`;
			const id = shown.put(c.var.member.id, { ...to, told, link });
			return c.redirect(`${TEAM}/moi/${id}`, 303);
		})
		.get(`${TEAM}/moi/:id`, change, (c) => {
			const invited = shown.get(c.var.member.id, c.req.param("id"));
			return c.html(invitedPage({ ...shared(c), invited }));
		})
		.post(`${TEAM}/rut/:id`, change, async (c) => {
			await crew.withdraw(c.var.member.id, c.req.param("id"));
			return c.redirect(`${TEAM}?da-rut`, 303);
		})
		.get(
			`${TEAM}/:id`,
			seen((c) => c.req.param("id")),
			(c) => showMember(c),
		)
		.post(`${TEAM}/:id`, change, async (c) => {
			const sent = await readForm(c, Assigned);
			const member = await managed(c);
			if (!member) return missing(c);
			if (!sent || !known(sent.desk)) return showMember(c, FAULT["needs-desk"]);
			const outcome = await crew.assign(c.var.member.id, member.id, {
				role: sent.role,
				desk: deskOf(sent.desk),
				fields: ticked(sent.fields).filter((one) => fields().includes(one)),
			});
			return after(c, outcome, "da-sua");
		})
		.post(`${TEAM}/:id/bo-noi`, change, async (c) => {
			const sent = await readForm(c, Unlinked);
			const member = await managed(c);
			if (!member) return missing(c);
			const outcome = await crew.unlink(
				c.var.member.id,
				member.id,
				sent?.conversation ?? "",
			);
			return after(c, outcome, "da-sua");
		})
		.post(`${TEAM}/:id/moi-ra`, change, async (c) => {
			const sure = await readForm(c, Removed);
			const member = await managed(c);
			if (!member) return missing(c);
			if (!sure) return showMember(c, NOT_SURE);
			return after(
				c,
				await crew.remove(c.var.member.id, member.id),
				"da-dua-ra",
			);
		});
}

const DONE = [
	["da-sua", "Đã sửa."],
	["da-rut", "Đã rút lời mời: đường dẫn và mã của nó không dùng được nữa."],
	["da-dua-ra", "Đã đưa ra khỏi nhóm. Tên và quyền vào đã xóa."],
] as const;
const NOT_SURE =
	"Chưa đưa ra khỏi nhóm: anh/chị đánh dấu ô “Tôi chắc chắn” rồi bấm lại.";
const FAULT: Readonly<
	Record<Exclude<ChangeOutcome["kind"], "changed">, string>
> = {
	"not-found": "Không còn thấy mục này; có thể vừa được sửa ở nơi khác.",
	"not-allowed": "Anh/chị không quản trị bàn này nên chưa giao được.",
	"needs-desk": "Tình nguyện viên cần thuộc một bàn. Anh/chị chọn bàn giúp.",
	"last-administrator":
		"Đây là quản trị viên duy nhất của mọi bàn, nên chưa đổi hay đưa ra được. Mời thêm một quản trị viên cho mọi bàn trước đã.",
};
