import { Hono } from "hono";
import { html } from "hono/html";
import type { Markup } from "../channels/web/layout.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { Actor, Member } from "../people/roles.js";
import { type DeskEnv, UNNOTED } from "./gate.js";
import { deskPage, placesOf } from "./page.js";
import type { DeskParts } from "./parts.js";

/** `/quan-tri`: who is signed in, and where they may go. */
export function homeRoutes({ office, knowledge, requires }: DeskParts) {
	const home = (title: string, actor: Actor, member: Member) =>
		deskPage({
			title,
			office: office(),
			actor,
			at: "home",
			body: html`<h1>${title}</h1>
${greeting(member, knowledge())}
${placesList(actor)}`,
		});

	return new Hono<DeskEnv>().get(
		"/quan-tri",
		requires("manage-team", UNNOTED),
		(c) => c.html(home("Quản trị", c.var.actor, c.var.member)),
	);
}

/** Who is signed in, so that nobody works under another's name. */
export const greeting = (member: Member, knowledge: Knowledge): Markup =>
	html`<p>Chào ${member.name}. ${roleOf(member, knowledge)}.</p>`;

export const placesList = (actor: Actor): Markup =>
	html`<ul class="list">${placesOf(actor).map(
		({ href, label, about }) =>
			html`<li><a href="${href}">${label}</a><p>${about}</p></li>`,
	)}</ul>`;

const ROLE = {
	volunteer: "Anh/chị là tình nguyện viên",
	administrator: "Anh/chị là quản trị viên",
} as const;

const roleOf = ({ role, desk }: Member, { desks }: Knowledge) =>
	`${ROLE[role]}, ${desk === null ? "mọi bàn" : (desks.find(({ id }) => id === desk)?.name ?? desk)}`;
