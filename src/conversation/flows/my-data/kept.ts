import type { BookingCode } from "../../../booking/code.js";
import type { Booking } from "../../../booking/store.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";

/** Every booking that still holds something about the person: ahead, past and cancelled. */
export async function keptBookings(
	{ booking, person }: Scene,
	state: State,
): Promise<readonly Booking[]> {
	const ahead = await booking.mine(person);
	const known = (code: BookingCode) => ahead.some((one) => one.code === code);
	const others = await Promise.all(
		state.booked
			.filter((code) => !known(code))
			.map((code) => booking.find(code)),
	);
	return [...others, ...ahead].filter(
		(one): one is Booking =>
			one?.visitor !== undefined && one.person === person,
	);
}
