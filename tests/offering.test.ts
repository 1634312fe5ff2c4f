import { beforeEach, expect, it, vi } from "vitest";
import { createLog } from "../src/log.js";
import { keepOffering } from "../src/offering.js";
import { memoryBookings } from "../src/store/memory/bookings.js";
import { openOffice, slotAt } from "./booking/a-saturday.js";
import { THIS_SATURDAY } from "./booking/morning.js";
import { frozenClock, seconds } from "./channels/gateway/a-gateway.js";

beforeEach(frozenClock);

/** A full half hour, for which Hoa and Nam wait; free seats are kept on offer. */
async function open() {
	const logged: string[] = [];
	const log = createLog("error", { write: (text) => void logged.push(text) });
	const office = openOffice(memoryBookings(), {
		sessions: [{ from: "08:00", to: "08:30" }],
		placesPerHalfHour: 1,
	});
	Object.defineProperty(office, "now", { get: () => new Date() });
	const { code } = await office.books("tu", slotAt("08:00"));
	const session = { desk: "so", day: THIS_SATURDAY } as const;
	for (const name of ["hoa", "nam"])
		await office.booking.wait(`telegram:${name}`, session, { name });
	const offering = keepOffering(office.saturday, log);
	const offered = async () =>
		(await office.store.saturday(THIS_SATURDAY)).waiting.flatMap(
			({ person, offer }) => (offer ? [person] : []),
		);
	return { office, code, offering, offered, logged };
}

it("a seat that is given back is offered at once", async () => {
	const { office, code, offering, offered } = await open();
	await office.booking.cancel(code);
	await seconds(0);
	expect(await offered()).toEqual(["telegram:hoa"]);
	await offering.stop();
});

it("an offer whose time is over goes to the next within seconds", async () => {
	const { office, code, offering, offered } = await open();
	await office.booking.cancel(code);
	await seconds(0);
	vi.setSystemTime(new Date(Date.now() + 2 * 60 * 60 * 1000));
	await seconds(5);
	expect(await offered()).toEqual(["telegram:nam"]);
	await offering.stop();
});

it("a round that fails is logged, without anybody's name, and tried again", async () => {
	const { office, code, offering, offered, logged } = await open();
	const { change } = office.store;
	const store = office.store as { change: typeof change };
	store.change = () => Promise.reject(new Error("disk full"));
	await office.booking.cancel(code);
	await seconds(0);
	expect(logged.join()).toContain("free seats could not be offered");
	expect(logged.join()).not.toMatch(/hoa|nam/);
	store.change = change;
	await seconds(5);
	expect(await offered()).toEqual(["telegram:hoa"]);
	await offering.stop();
});

it("nothing is offered any more after a stop", async () => {
	const { office, code, offering, offered } = await open();
	await offering.stop();
	await office.booking.cancel(code);
	await seconds(60);
	expect(await offered()).toEqual([]);
});
