import { type Context, Hono } from "hono";
import * as z from "zod";
import { byField } from "../../channels/web/entries.js";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import {
	dropOutWords,
	relieveWords,
	serveWords,
} from "../../conversation/wording/staff/sessions.js";
import { comingDuties } from "../../people/coming-duties.js";
import { may } from "../../people/roles.js";
import { dayAt, LocalDate } from "../../time.js";
import { readForm, ticked } from "../form.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { createShownOnce } from "../shown-once.js";
import { DUTIES } from "./at.js";
import { dutiesPage } from "./page.js";

const Tap = z.object({ viec: z.enum(["serve", "drop-out", "relieve"]) });
const Known = z.object({ fields: z.unknown() });

/** `/ban/lich-truc`: which Saturdays a volunteer comes to, and what they know. */
export function dutiesRoutes(parts: DeskParts) {
	const { saturday, people, knowledge, office, clock, requires } = parts;
	const notices = createShownOnce<string>(clock);
	const deskAsked = (c: Context<DeskEnv>) => c.req.query("ban");
	const serves = requires("serve", UNNOTED, { desk: deskAsked });
	const fields = () => byField(knowledge()).map(({ name }) => name);
	const back = (c: Context<DeskEnv>, words: string) =>
		c.redirect(`${DUTIES}?xem=${notices.put(c.var.member.id, words)}`, 303);

	async function act(
		c: Context<DeskEnv>,
		{ viec }: z.infer<typeof Tap>,
		desk: string,
		day: LocalDate,
	): Promise<string> {
		const { id } = c.var.member;
		switch (viec) {
			case "serve":
				return serveWords(await saturday.serve(desk, day, id), { day });
			case "drop-out":
				return dropOutWords(await saturday.dropOut(desk, day, id), { day });
			case "relieve":
				return relieveWords(await saturday.relieve(desk, day, id), { day });
		}
	}

	return new Hono<DeskEnv>()
		.get(DUTIES, serves, async (c) => {
			const { actor, member } = c.var;
			return c.html(
				dutiesPage({
					office: office(),
					actor,
					member,
					sessions: await comingDuties(saturday, actor, dayAt(clock())),
					members: await people.crew.members(),
					fields: fields(),
					done: notices.get(member.id, c.req.query("xem")),
				}),
			);
		})
		.post(`${DUTIES}/linh-vuc`, serves, async (c) => {
			const sent = await readForm(c, Known);
			const known = new Set(fields());
			await people.crew.describe(c.var.member.id, {
				fields: ticked(sent?.fields).filter((field) => known.has(field)),
			});
			return back(c, "Đã lưu lĩnh vực anh/chị biết.");
		})
		.post(`${DUTIES}/:day`, serves, async (c) => {
			const day = LocalDate.safeParse(c.req.param("day")).data;
			const desk = deskAsked(c);
			const tap = await readForm(c, Tap);
			const known = knowledge().desks.some(({ id }) => id === desk);
			if (!day || !desk || !known || !tap || !may(c.var.actor, "serve", desk))
				return refuse(c, NOT_FOUND, office());
			return back(c, await act(c, tap, desk, day));
		});
}
