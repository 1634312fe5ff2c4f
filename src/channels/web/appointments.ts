import { Hono } from "hono";
import { readCode } from "../../booking/code.js";
import { calendarFile } from "../calendar-file.js";
import type { WebEnv } from "./client-address.js";
import type { WebParts } from "./parts.js";
import { NOT_FOUND, type Refusal, refuse, tooMany } from "./refusals.js";

const NO_SUCH_BOOKING: Refusal = {
	...NOT_FOUND,
	heading: "Không có lịch hẹn này",
	words:
		"Mã có thể đã gõ sai. Anh/chị xem lại mã, hoặc nhắn mã cho bàn ở trang hỏi.",
};

/** `GET /lich-hen/<code>.ics`: whoever knows the code may have the hour, and nothing about the person. */
export const appointmentRoutes = ({
	findBooking,
	knowledge,
	limits,
	addressOf,
	clock,
	office,
}: WebParts) =>
	new Hono<WebEnv>().get("/lich-hen/:file{.+\\.ics}", async (c) => {
		const address = addressOf(c);
		const wait = await limits.tryCode(address);
		if (wait) return refuse(c, tooMany(wait), office());
		const code = readCode(c.req.param("file").replace(/\.ics$/, ""));
		const booking = code && (await findBooking(code));
		if (!booking) return refuse(c, NO_SUCH_BOOKING, office());
		await limits.rightCode(address);
		const file = calendarFile(booking, knowledge(), clock());
		return c.body(file, 200, {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `attachment; filename="${booking.code}.ics"`,
			"Cache-Control": "no-store",
		});
	});
