import { describe, expect, it } from "vitest";
import { tell } from "../../src/booking/booking-acts.js";
import type { Ledger } from "../../src/booking/ledger.js";
import { cancel, confirm, move } from "../../src/booking/seat-acts.js";
import type { Booking, Slot } from "../../src/booking/store.js";
import { dueNotice, settles } from "../../src/outbox/due.js";
import type { NoticeKind } from "../../src/outbox/notice.js";
import { instantAt, type LocalDate, type LocalTime } from "../../src/time.js";
import { at0800, NEXT_SATURDAY, places, request } from "../booking/morning.js";

const CODE = "T7-222222";
const MONDAY: LocalDate = "2026-11-23";
const FRIDAY: LocalDate = "2026-11-27";
const SATURDAY: LocalDate = "2026-11-28";
const NEXT_FRIDAY: LocalDate = "2026-12-04";

type Moment = readonly [LocalDate, LocalTime];
/** What happens to a booking one after the other; `knows` is that its person hears of it. */
type Step =
	| { readonly booked: Moment; readonly for?: Slot }
	| { readonly moved: Moment; readonly to: Slot }
	| { readonly cancelled: true }
	| { readonly knows: Moment };

const at = ([day, time]: Moment) => instantAt(day, time);
const slot = (day: LocalDate, time: LocalTime): Slot => ({
	desk: "so",
	day,
	time,
});
const open = () => false;

function history(steps: readonly Step[], isShut = open): Booking {
	let ledger: Ledger = new Map();
	const booking = () => {
		const [found] = [...ledger.values()].flatMap(({ bookings }) => bookings);
		if (!found) throw new Error("nothing is booked");
		return found;
	};
	for (const step of steps) {
		if ("booked" in step) {
			const wish = request({ code: CODE, ...(step.for ?? at0800) });
			ledger = confirm(wish, at(step.booked), places(8))(ledger).ledger;
		} else if ("moved" in step) {
			const moving = move(CODE, step.to, at(step.moved), places(8));
			ledger = moving(ledger).ledger;
		} else if ("cancelled" in step) {
			ledger = cancel(CODE)(ledger).ledger;
		} else {
			const now = at(step.knows);
			const notice = dueNotice(booking(), now, isShut);
			if (!notice) throw new Error("nothing was due");
			ledger = tell(CODE, settles(notice, now))(ledger).ledger;
		}
	}
	return booking();
}

const booked: Step = { booked: [MONDAY, "09:00"] };
const knows: Step = { knows: [MONDAY, "09:00"] };
const moveTo = (to: Slot, when: Moment = [MONDAY, "10:00"]): Step => ({
	moved: when,
	to,
});

describe("what is due", () => {
	it.each<[string, readonly Step[], Moment, NoticeKind | undefined]>([
		["a booking nobody was told of", [booked], [MONDAY, "09:00"], "booked"],
		["one that is known", [booked, knows], [MONDAY, "09:00"], undefined],
		["until Friday", [booked, knows], [FRIDAY, "16:59"], undefined],
		["Friday at five", [booked, knows], [FRIDAY, "17:00"], "friday"],
		[
			"once on Friday",
			[booked, knows, { knows: [FRIDAY, "17:00"] }],
			[FRIDAY, "17:05"],
			undefined,
		],
		["two hours before", [booked, knows], [SATURDAY, "06:00"], "two-hours"],
		[
			"two hours before, after Friday's",
			[booked, knows, { knows: [FRIDAY, "17:00"] }],
			[SATURDAY, "06:00"],
			"two-hours",
		],
		[
			"Friday's reminder late, while it is night",
			[booked, knows],
			[SATURDAY, "05:59"],
			"friday",
		],
		[
			"no Friday reminder after that of the two hours",
			[booked, knows, { knows: [SATURDAY, "06:30"] }],
			[SATURDAY, "06:31"],
			undefined,
		],
		["the last minute", [booked, knows], [SATURDAY, "07:59"], "two-hours"],
		[
			"the half hour has begun",
			[booked, knows],
			[SATURDAY, "08:00"],
			undefined,
		],
		[
			"a confirmation too late to matter",
			[booked],
			[SATURDAY, "08:00"],
			undefined,
		],
		["a confirmation on the morning", [booked], [SATURDAY, "07:00"], "booked"],
		[
			"no reminder right behind that confirmation, which has the papers",
			[booked, { knows: [SATURDAY, "07:00"] }],
			[SATURDAY, "07:01"],
			undefined,
		],
		[
			"booked on Friday night: only the two hours",
			[{ booked: [FRIDAY, "20:00"] }, { knows: [FRIDAY, "20:00"] }],
			[FRIDAY, "20:01"],
			undefined,
		],
		[
			"booked on Friday night, two hours before",
			[{ booked: [FRIDAY, "20:00"] }, { knows: [FRIDAY, "20:00"] }],
			[SATURDAY, "06:00"],
			"two-hours",
		],
		[
			"booked on the morning itself: no reminder at all",
			[{ booked: [SATURDAY, "07:10"] }, { knows: [SATURDAY, "07:10"] }],
			[SATURDAY, "07:30"],
			undefined,
		],
		[
			"a move that is not known",
			[booked, knows, moveTo(slot(SATURDAY, "09:00"))],
			[MONDAY, "10:00"],
			"moved",
		],
		[
			"moved before anybody was told: the booking as it is",
			[booked, moveTo(slot(SATURDAY, "09:00"))],
			[MONDAY, "10:00"],
			"booked",
		],
		[
			"moved to another Saturday: nothing on the old Friday",
			[
				booked,
				knows,
				moveTo(slot(NEXT_SATURDAY, "08:00")),
				{ knows: [MONDAY, "10:00"] },
			],
			[FRIDAY, "17:00"],
			undefined,
		],
		[
			"moved to another Saturday: reminded on the new Friday",
			[
				booked,
				knows,
				moveTo(slot(NEXT_SATURDAY, "08:00")),
				{ knows: [MONDAY, "10:00"] },
			],
			[NEXT_FRIDAY, "17:00"],
			"friday",
		],
		[
			"reminded of the old seat, moved to a later Saturday: reminded again",
			[
				booked,
				knows,
				{ knows: [FRIDAY, "17:00"] },
				moveTo(slot(NEXT_SATURDAY, "08:00"), [FRIDAY, "18:00"]),
				{ knows: [FRIDAY, "18:00"] },
			],
			[NEXT_FRIDAY, "17:00"],
			"friday",
		],
		[
			"moved on Friday night within the Saturday: not Friday's again",
			[
				booked,
				knows,
				{ knows: [FRIDAY, "17:00"] },
				moveTo(slot(SATURDAY, "10:00"), [FRIDAY, "18:00"]),
				{ knows: [FRIDAY, "18:00"] },
			],
			[SATURDAY, "06:00"],
			undefined,
		],
		[
			"the two hours of the new time, not of the old one",
			[
				booked,
				knows,
				{ knows: [FRIDAY, "17:00"] },
				moveTo(slot(SATURDAY, "10:00"), [FRIDAY, "18:00"]),
				{ knows: [FRIDAY, "18:00"] },
			],
			[SATURDAY, "08:00"],
			"two-hours",
		],
		[
			"a cancellation that is not known",
			[booked, knows, { cancelled: true }],
			[MONDAY, "10:00"],
			"cancelled",
		],
		[
			"a cancelled booking on Friday",
			[booked, knows, { cancelled: true }, { knows: [MONDAY, "10:00"] }],
			[FRIDAY, "17:00"],
			undefined,
		],
		[
			"a cancelled booking on its morning",
			[booked, knows, { cancelled: true }, { knows: [MONDAY, "10:00"] }],
			[SATURDAY, "06:00"],
			undefined,
		],
		[
			"a cancellation too late to matter",
			[booked, knows, { cancelled: true }],
			[SATURDAY, "08:00"],
			undefined,
		],
	])("%s", (_, steps, now, kind) => {
		expect(dueNotice(history(steps), at(now), open)?.kind).toBe(kind);
	});
});

describe("a Saturday that is shut after all", () => {
	const shut = () => true;

	it("is told once, and nobody is reminded of it", () => {
		const known = history([booked, knows]);
		const noon = at([MONDAY, "12:00"]);
		expect(dueNotice(known, noon, shut)?.kind).toBe("closed");
		const told = history([booked, { knows: [MONDAY, "12:00"] }], shut);
		expect(dueNotice(told, at([FRIDAY, "17:00"]), shut)).toBeUndefined();
	});

	it("is all that somebody hears of a booking they were not told of yet", () => {
		const noon = at([MONDAY, "12:00"]);
		expect(dueNotice(history([booked]), noon, shut)?.kind).toBe("closed");
		const told = history([booked, { knows: [MONDAY, "12:00"] }], shut);
		expect(dueNotice(told, noon, open)).toBeUndefined();
	});

	it("does not follow a booking that was cancelled", () => {
		const cancelled = history([
			booked,
			knows,
			{ cancelled: true },
			{ knows: [MONDAY, "10:00"] },
		]);
		expect(dueNotice(cancelled, at([MONDAY, "12:00"]), shut)).toBeUndefined();
	});
});
