import * as z from "zod";
import { openLowdb } from "../../src/store/lowdb/index.js";
import { StoreError } from "../../src/store/store-error.js";
import { NOW, places, request } from "../booking/morning.js";

/** A process that opens the folder, books one seat, says how it went, and stays until it is killed. */
const [, , folder = ""] = process.argv;
try {
	const { bookings } = await openLowdb(folder, {
		clock: () => NOW,
		state: z.unknown(),
	});
	await bookings.confirm(request({ code: "T7-222222" }), NOW, places(1));
	console.log("opened");
	setInterval(() => {}, 60_000);
} catch (error) {
	console.log(error instanceof StoreError ? error.code : error);
}
