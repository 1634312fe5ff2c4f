import { describe, expect, it } from "vitest";
import type { Saturday } from "../../src/booking/seats.js";
import { figuresOf } from "../../src/report/figures.js";
import { readPeriod } from "../../src/report/period.js";
import { tallySaturday } from "../../src/report/tally.js";
import type { LocalDate } from "../../src/time.js";
import { NEXT_SATURDAY, THIS_SATURDAY } from "../booking/morning.js";
import {
	arrived,
	booking,
	done,
	noShow,
	onDuty,
	saturday,
} from "./a-morning.js";

const fieldOf = (procedure: string) =>
	({ "2.001583": "Doanh nghiệp", "1.009645": "Đầu tư" })[procedure];

function quarter(...mornings: readonly (readonly [LocalDate, Saturday])[]) {
	const period = readPeriod("2026-Q4");
	if (!period) throw new Error("no quarter");
	return figuresOf(
		period,
		mornings.flatMap(([day, morning]) => tallySaturday(day, morning)),
		fieldOf,
	);
}
const morning = (...of: Parameters<typeof saturday>) =>
	quarter([THIS_SATURDAY, saturday(...of)]);

describe("the five numbers", () => {
	it.each([
		["nobody came", [booking(), booking(noShow)], [], [0, 0, 0, 0, 0]],
		[
			"volunteers were there and nobody came",
			[],
			[onDuty("tv-an")],
			[0, 0, 0, 0, 0],
		],
		[
			"one is there, not served yet",
			[booking(arrived)],
			[onDuty("tv-an")],
			[1, 2, 0, 0, 0],
		],
		["one was advised", [booking(done("advised"))], [], [1, 1, 0, 0, 1]],
		[
			"one was sent elsewhere, which is advice",
			[booking(done("elsewhere"))],
			[],
			[1, 1, 0, 0, 1],
		],
		[
			"one was served without a word what came of it",
			[booking(done(undefined))],
			[],
			[1, 1, 0, 0, 1],
		],
		[
			"an old file was settled: no turn advised beside it",
			[booking(done("settled"))],
			[],
			[1, 1, 1, 0, 0],
		],
		[
			"a new file was received",
			[booking(done("received"))],
			[],
			[1, 1, 0, 1, 0],
		],
		[
			"somebody walked in",
			[booking({ ...done("advised"), walkIn: true })],
			[],
			[1, 1, 0, 0, 1],
		],
		[
			"it was cancelled",
			[booking({ status: "cancelled" })],
			[],
			[0, 0, 0, 0, 0],
		],
		[
			"the visit is done, and its person deleted their data that day",
			[booking({ ...done("advised"), status: "cancelled" })],
			[],
			[1, 1, 0, 0, 1],
		],
		[
			"two volunteers, one of whom recorded, and a third it was forwarded to",
			[booking({ ...done("advised", "tv-an"), volunteer: "tv-binh" })],
			[onDuty("tv-an"), onDuty("tv-chi")],
			[1, 3, 0, 0, 1],
		],
	])(
		"%s",
		(_, bookings, duties, [sessions, members, settled, received, advised]) => {
			expect(morning(bookings, { duties }).total).toEqual({
				sessions,
				members,
				settled,
				received,
				advised,
			});
		},
	);

	it("two desks on one Saturday are two sessions", () => {
		const there = { desk: "xa", ...done("advised", "tv-xuan") };
		expect(
			morning([booking(done("advised")), booking(there)]).total,
		).toMatchObject({
			sessions: 2,
			members: 2,
			advised: 2,
		});
	});

	it("a member who came to two sessions is one member, in each month one", () => {
		const figures = quarter(
			[THIS_SATURDAY, saturday([booking(done("advised"))])],
			[NEXT_SATURDAY, saturday([booking(done("settled"))])],
		);
		expect(figures.total).toMatchObject({ sessions: 2, members: 1 });
		expect(figures.months).toMatchObject([
			{ month: "2026-10", sessions: 0, members: 0 },
			{ month: "2026-11", sessions: 1, members: 1, advised: 1, settled: 0 },
			{ month: "2026-12", sessions: 1, members: 1, advised: 0, settled: 1 },
		]);
	});
});

it("by field, the largest first and what is not known last", () => {
	const { fields, months } = morning([
		booking({ ...done("advised"), procedure: "2.001583" }),
		booking({ ...done("settled"), procedure: "2.001583" }),
		booking({ ...done("received"), procedure: "1.009645" }),
		...[1, 2, 3].map(() =>
			booking({ ...done("advised"), procedure: "9.999999" }),
		),
		booking({ ...noShow, procedure: "1.009645" }),
	]);
	expect(fields).toEqual([
		{ field: "Doanh nghiệp", settled: 1, received: 0, advised: 1 },
		{ field: "Đầu tư", settled: 0, received: 1, advised: 0 },
		{ field: null, settled: 0, received: 0, advised: 3 },
	]);
	expect(months[1]?.fields).toEqual(fields);
});

it("how many booked, walked in, stayed away, waited and were content", () => {
	const { people, waited } = morning(
		[
			booking({ ...done("advised"), rating: 3 }),
			booking({ ...done("settled"), rating: 3 }),
			booking({ ...done("advised"), rating: 1 }),
			booking({ ...done("advised"), rating: 2, walkIn: true }),
			booking(arrived),
			booking(noShow),
			booking(),
			booking({ status: "cancelled" }),
		],
		{ waited: { so: 4, xa: 1 } },
	);
	expect(people).toEqual({
		booked: 6,
		walkIns: 1,
		cancelled: 1,
		noShows: 1,
		unrecorded: 1,
		unfinished: 1,
		settled: 1,
		received: 0,
		advised: 3,
		delighted: 2,
		content: 1,
		discontent: 1,
	});
	expect(waited).toBe(5);
});
