import { html } from "hono/html";
import type { SessionView, ShutOut } from "../../booking/saturday-desk.js";
import type { Booking } from "../../booking/store.js";
import type { Markup } from "../../channels/web/layout.js";
import {
	calendarWords,
	hitLine,
	hoursWords,
	numbersWords,
	placesWords,
	stateWords,
} from "../../conversation/wording/staff/sessions.js";

/** How a session is now, in a few short lines; of a shut one only what is there all the same. */
export function facts(view: SessionView): Markup {
	const { shut, row, booked, waiting, duties, gaps, plan } = view;
	const isShut = shut !== undefined && shut.kind !== "too-far";
	const isEmpty = booked + waiting + duties.length + gaps.length === 0;
	return html`<p class="state">${stateWords(view)}</p>
${row && shut?.kind !== row.kind && html`<p>${calendarWords(row)}</p>`}
${!isShut && html`<p>${hoursWords(view.hours)}, ${placesWords(view)}</p>`}
${!(shut && isEmpty) && html`<p>${numbersWords(view)}${gaps.length > 0 && !isShut && html` · <strong class="missing">thiếu ${gaps.length} người</strong>`}</p>`}
${plan?.note && html`<p>Ghi chú: ${plan.note}</p>`}`;
}

/** Whom it hits, by name and code. */
export const hitList = (
	bookings: readonly Booking[],
	phone: (booking: Booking) => string | undefined = () => undefined,
): Markup =>
	html`<ul class="hits">${bookings.map((booking) => {
		const number = phone(booking);
		return html`<li>${hitLine(booking)}${number && html` <a href="tel:${number}">Gọi ${number}</a>`}</li>`;
	})}</ul>`;

/** Of those before a shut door: how many were told, are to be told, and cannot be. */
export const toldCounts = (shutOut: readonly ShutOut[]) => ({
	all: shutOut.length,
	yes: shutOut.filter(({ told }) => told === "yes").length,
	soon: shutOut.filter(({ told }) => told === "soon").length,
	cannot: shutOut.filter(({ told }) => told === "cannot").length,
});

export const upper = (text: string): string =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
