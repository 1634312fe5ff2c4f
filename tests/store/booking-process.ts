import * as z from "zod";
import { codeGenerator } from "../../src/booking/code.js";
import { openLowdb } from "../../src/store/lowdb/index.js";
import {
	NEXT_SATURDAY,
	NOW,
	nextAt0800,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";

/**
 * A process made to be killed. It says which bookings it finds, then books and moves without end, and says each thing
 * as soon as it is acknowledged. Arguments: the data folder, and a number that no other start of it has.
 */
const [, , folder = "", start = ""] = process.argv;
const tell = (line: object) =>
	process.stdout.write(`${JSON.stringify(line)}\n`);

const { bookings } = await openLowdb(folder, {
	clock: () => NOW,
	state: z.unknown(),
});
tell({
	found: [
		...(await bookings.session("so", THIS_SATURDAY)),
		...(await bookings.session("so", NEXT_SATURDAY)),
	],
});

const seats = places(1_000_000);
let count = Number(start) * 100_000;

function nextCode() {
	let rest = count++;
	return codeGenerator((max) => {
		const digit = rest % max;
		rest = Math.floor(rest / max);
		return digit;
	})();
}

async function bookWithoutEnd() {
	for (;;) {
		const code = nextCode();
		const wish = { code, person: `telegram:${code}`, visitor: { name: code } };
		await bookings.confirm(request(wish), NOW, seats);
		tell({ booked: code });
		await bookings.move(code, nextAt0800, NOW, seats);
		tell({ moved: code });
	}
}
for (let lane = 0; lane < 4; lane++) bookWithoutEnd();
