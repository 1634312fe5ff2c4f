import { html } from "hono/html";
import type { AssetName } from "../channels/web/assets.js";
import { link, type Markup, page } from "../channels/web/layout.js";
import { type Actor, may } from "../people/roles.js";
import { PLACES, type Place } from "./places.js";

export interface DeskPage {
	readonly title: string;
	readonly office: string;
	readonly actor: Actor;
	/** Which of the places this is. */
	readonly at?: (typeof PLACES)[number]["at"] | "home";
	readonly body: Markup;
	/** Styles and scripts of this page alone. */
	readonly also?: readonly AssetName[];
}

/** The frame of every page of the desk: the ways that this member may go, and who is signed in. */
export const deskPage = ({
	title,
	office,
	actor,
	at,
	body,
	also = [],
}: DeskPage): Markup =>
	page({
		title,
		office,
		also: ["desk.css", ...also],
		foot: "Trang của người trực bàn: xin giữ kín điều đọc ở đây.",
		ways: html`${link("/ban", "Bàn trực", at === "home")}
${placesOf(actor).map((place) => link(place.href, place.label, place.at === at))}`,
		body,
	});

/** Where this actor may go. */
export const placesOf = (actor: Actor): readonly Place[] =>
	PLACES.filter(({ needs }) => may(actor, needs));
