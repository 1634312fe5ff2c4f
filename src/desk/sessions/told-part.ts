import { html } from "hono/html";
import type { SessionView, ShutOut } from "../../booking/saturday-desk.js";
import type { Booking } from "../../booking/store.js";
import type { Markup } from "../../channels/web/layout.js";
import {
	hitCause,
	progressWords,
} from "../../conversation/wording/staff/sessions.js";
import { hitList, toldCounts } from "./pieces.js";

type Phone = (booking: Booking) => string | undefined;

/** Who knows that their session is shut, who will hear of it, and whom somebody has to look for. */
export const toldPart = (
	view: SessionView,
	shutOut: readonly ShutOut[],
	phone: Phone,
): Markup =>
	html`<p><strong>${hitCause(view)}: ${progressWords(toldCounts(shutOut))}.</strong></p>
${group("Chưa báo được: anh/chị liên hệ giúp", "cannot", shutOut, phone)}
${group("Đang chờ báo", "soon", shutOut, phone)}
${group("Đã báo, chưa đổi hay hủy", "yes", shutOut, phone)}`;

const group = (
	title: string,
	told: ShutOut["told"],
	shutOut: readonly ShutOut[],
	phone: Phone,
): Markup | false => {
	const bookings = shutOut
		.filter((one) => one.told === told)
		.map(({ booking }) => booking);
	return (
		bookings.length > 0 &&
		html`<details${told === "cannot" && html` open`}><summary>${title} (${bookings.length})</summary>
${hitList(bookings, phone)}</details>`
	);
};
