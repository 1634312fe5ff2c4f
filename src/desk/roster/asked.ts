import type { Context } from "hono";
import { LocalDate } from "../../time.js";
import type { DeskEnv } from "../gate.js";
import type { At } from "./at.js";

type C = Context<DeskEnv>;

/** What an address asks for: all of a session, a part of it, or nothing. */
export function askedOf(c: C): Partial<At> {
	const [chosenDay, chosenDesk] = c.req.query("buoi")?.split(" ") ?? [];
	const day = LocalDate.safeParse(
		c.req.param("day") ?? chosenDay ?? c.req.query("ngay"),
	).data;
	const desk = chosenDesk ?? c.req.query("ban");
	return { ...(day && { day }), ...(desk && { desk }) };
}

/** The desk that an address names, for the gate. */
export const deskAsked = (c: C): string | undefined => askedOf(c).desk;
