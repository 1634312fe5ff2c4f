import { Hono } from "hono";
import { EMPTY } from "../../../src/booking/seats.js";
import type { Booking } from "../../../src/booking/store.js";
import type { Outcome } from "../../../src/booking/visit.js";
import type { WebEnv } from "../../../src/channels/web/client-address.js";
import { refuse } from "../../../src/channels/web/refusals.js";
import type { Usage } from "../../../src/channels/zalo/usage.js";
import { figuresRoutes } from "../../../src/desk/figures/routes.js";
import type { Requires } from "../../../src/desk/gate.js";
import { NOT_ALLOWED } from "../../../src/desk/refusals.js";
import { type Member, may } from "../../../src/people/roles.js";
import type { GroupView } from "../../../src/questions/desk.js";
import { createReport } from "../../../src/report/report.js";
import { openMemory } from "../../../src/store/memory/index.js";
import { addDays, instantAt, type LocalDate } from "../../../src/time.js";
import { countedCodes } from "../../booking/morning.js";
import { knowledge, openWeb } from "../../channels/web/open-web.js";

/** Tuesday, 24/11/2026, 9:00. */
export const NOW = instantAt("2026-11-24", "09:00");

export const ADMINISTRATOR: Member = {
	id: "tv-thu",
	name: "anh Thu",
	role: "administrator",
	desk: null,
	fields: [],
	conversations: [],
	joinedAt: NOW,
};
export const VOLUNTEER: Member = { ...ADMINISTRATOR, role: "volunteer" };

const OUTCOMES: readonly (Outcome | "no-show")[] = [
	"advised",
	"advised",
	"received",
	"advised",
	"settled",
	"no-show",
	"elsewhere",
];
const ABOUT = [...knowledge.procedures.keys()].slice(0, 40);
/** Drives as the Union has them: Youth Month, the summer, and every few weeks. */
const DRIVES: readonly (readonly [LocalDate, number])[] = [
	["2026-03-07", 18],
	["2026-03-14", 31],
	["2026-06-06", 24],
	["2026-06-20", 28],
	["2026-07-04", 40],
	["2026-07-18", 22],
	["2026-08-08", 12],
	["2026-10-10", 16],
	["2026-11-07", 21],
	["2026-11-21", 26],
];

/** The pages over a year of Saturdays, as this member sees them. */
export async function openFigures({
	member = ADMINISTRATOR,
	usage,
	unanswered = [],
	empty = false,
}: {
	member?: Member;
	usage?: Usage;
	unanswered?: readonly { words: string; times: number }[];
	empty?: boolean;
} = {}) {
	const stores = openMemory(() => NOW);
	const code = countedCodes();
	for (const [day, people] of empty ? [] : DRIVES)
		await stores.bookings.change(day, () => ({
			saturday: {
				...EMPTY,
				bookings: Array.from({ length: people }, (_, index): Booking => {
					const came = OUTCOMES[(index * 3) % OUTCOMES.length] ?? "advised";
					return {
						desk: "thu-bay",
						day,
						time: "08:00",
						code: code(),
						person: `telegram:${index}`,
						visitor: { name: "chị Hoa", phone: "0912345678" },
						place: index + 1,
						status: "booked",
						sequence: 0,
						bookedAt: instantAt(addDays(day, -3), "09:00"),
						...(index % 9 > 0 && {
							procedure: ABOUT[(index * index) % ABOUT.length] ?? "",
						}),
						...(index % 8 === 7 && { walkIn: true }),
						visit: {
							state: came === "no-show" ? came : "done",
							at: instantAt(day, "09:00"),
							by: `tv-${index % 5}`,
							...(came !== "no-show" && { outcome: came }),
						},
						...(came !== "no-show" &&
							index % 3 === 0 && {
								rating: ([3, 3, 2, 3, 1] as const)[index % 5] ?? 3,
							}),
					};
				}),
				duties: ["tv-1", "tv-2", "tv-6"].map((one) => ({
					desk: "thu-bay",
					member: one,
					since: NOW,
				})),
				waited: { "thu-bay": people % 4 },
			},
			outcome: undefined,
		}));
	if (!empty)
		await stores.asked.add("2026-11", {
			"2.001583": 41,
			"1.001612": 17,
			[`faq:${[...knowledge.faq.keys()][0]}`]: 9,
			"2.001199": 8,
		});

	const requires: Requires = (permission, _, narrowed) => async (c, next) => {
		const actor = { kind: "member", member } as const;
		if (!may(actor, permission, narrowed?.desk?.(c)))
			return refuse(c, NOT_ALLOWED, "");
		c.set("actor", actor);
		c.set("member", member);
		return next();
	};
	const { web } = openWeb({
		clock: () => NOW,
		rateLimit: false,
		desk: (parts) => {
			const routes = figuresRoutes({
				...parts,
				requires,
				report: createReport({ ...stores, knowledge: () => knowledge }),
				zaloUsage: async () => usage,
				questions: {
					open: async () => unanswered.map(asGroup),
					ratings: async () => ({ "2.001583": [5, 1] }),
				},
			});
			return new Hono<WebEnv>().route("/", routes);
		},
	});
	return {
		web,
		read: async (path: string) => {
			const answer = await web.request(path);
			return {
				status: answer.status,
				type: answer.headers.get("content-type"),
				file: answer.headers.get("content-disposition"),
				text: Buffer.from(await answer.arrayBuffer()).toString("utf8"),
			};
		},
	};
}

const asGroup = (
	{ words, times }: { words: string; times: number },
	index: number,
): GroupView => ({
	group: {
		id: `2611-${index + 1}`,
		opened: "2026-11-20",
		wordings: [{ text: words, times, last: "2026-11-20" }],
		asked: { "2026-11-20": times },
		unhelpful: [],
	},
	text: words,
	times,
	last: "2026-11-20",
	followers: 0,
});
