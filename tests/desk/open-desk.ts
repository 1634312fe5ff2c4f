import { randomInt } from "node:crypto";
import type { BookingDesk } from "../../src/booking/booking.js";
import { codeGenerator } from "../../src/booking/code.js";
import { createBookingDesk } from "../../src/booking/desk.js";
import {
	createSaturdayDesk,
	type SaturdayDesk,
} from "../../src/booking/saturday-desk.js";
import { createWeb, type Web } from "../../src/channels/web/index.js";
import type { WebDeps } from "../../src/channels/web/parts.js";
import { accountRoutes } from "../../src/desk/account/account.js";
import { auditRoutes } from "../../src/desk/audit/audit.js";
import { homeRoutes } from "../../src/desk/home.js";
import { createDeskRoutes, type Room } from "../../src/desk/index.js";
import type { DeskDeps, DeskServices } from "../../src/desk/parts.js";
import { rosterRoutes } from "../../src/desk/roster/index.js";
import { teamRoutes } from "../../src/desk/team/team.js";
import type { Knowledge } from "../../src/knowledge/schema.js";
import { createLog } from "../../src/log.js";
import { createPeople, type People } from "../../src/people/people.js";
import type { Member } from "../../src/people/roles.js";
import { openMemory } from "../../src/store/memory/index.js";
import { knowledge as shipped } from "../channels/web/open-web.js";

const [first] = shipped.desks;
if (!first) throw new Error("no desk is shipped");

/** The catalogue as it is shipped, with two desks. */
export const twoDesks: Knowledge = {
	...shipped,
	desks: [
		{ ...first, id: "a", name: "Bàn A" },
		{ ...first, id: "b", name: "Bàn B" },
	],
};

export interface OpenedDesk {
	readonly web: Web;
	readonly people: People;
	readonly booking: BookingDesk;
	readonly saturday: SaturdayDesk;
	readonly stores: ReturnType<typeof openMemory>;
	readonly logged: string[];
	passes(hours: number): void;
	/** A member who has not signed in anywhere. */
	member(post: Pick<Member, "role" | "desk">, name?: string): Promise<Member>;
	/** The same, signed in: a browser with their cookie. */
	signedIn(
		post: Pick<Member, "role" | "desk">,
		name?: string,
	): Promise<Browser & { readonly member: Member }>;
	browser(): Browser;
}

/** Rooms that need nothing but the people, the audit list and the Saturdays. */
const OWN: readonly Room[] = [
	homeRoutes,
	rosterRoutes,
	teamRoutes,
	auditRoutes,
	accountRoutes,
];

/**
 * Some rooms of the desk over memory stores, without a port, on Saturday 28/11/2026 at 8:00. A room that needs a service
 * besides the people is opened with that service.
 */
export function openDesk(
	changes: Partial<WebDeps> & {
		readonly services?: Partial<DeskServices>;
		readonly rooms?: readonly Room[];
	} = {},
): OpenedDesk {
	const { services, rooms = OWN, ...web } = changes;
	let now = new Date("2026-11-28T01:00:00Z");
	const clock = web.clock ?? (() => now);
	const stores = openMemory(clock);
	const people = createPeople({
		team: stores.team,
		audit: stores.audit,
		clock,
		random: (max) => randomInt(max),
	});
	const over = {
		store: stores.bookings,
		knowledge: () => twoDesks,
		desks: () => twoDesks.desks,
		calendar: () => twoDesks.calendar,
		clock,
		code: codeGenerator((max) => randomInt(max)),
	};
	const booking = createBookingDesk(over);
	const saturday = createSaturdayDesk({
		...over,
		volunteers: people.crew.members,
		reaches: async () => true,
	});
	const logged: string[] = [];
	const opened = createWeb({
		converse: async () => [{ text: "…" }],
		knows: async () => false,
		knowledge: () => twoDesks,
		understand: () => () => ({
			intent: "ask",
			decision: "unknown",
			aspect: null,
			candidates: [],
			carried: false,
		}),
		findBooking: booking.find,
		writable: async () => true,
		clock,
		log: createLog("debug", { write: (line) => void logged.push(line) }),
		rateLimit: true,
		desk: (parts) =>
			createDeskRoutes(
				{
					...parts,
					people,
					audit: stores.audit,
					saturday,
					...services,
				} as DeskDeps,
				rooms,
			),
		...web,
	});

	const member = async (
		{ role, desk }: Pick<Member, "role" | "desk">,
		name = "anh Minh",
	): Promise<Member> => {
		const id = `tv-${String(made++).padStart(8, "2")}`;
		const joined: Member = {
			id,
			name,
			role,
			desk,
			fields: [],
			conversations: [],
			joinedAt: clock(),
		};
		await stores.team.change((team) => ({
			team: { ...team, members: [...team.members, joined] },
			outcome: undefined,
		}));
		return joined;
	};
	const browser = () => openBrowser(opened);
	return {
		web: opened,
		people,
		booking,
		saturday,
		stores,
		logged,
		passes: (hours) => {
			now = new Date(now.getTime() + hours * 60 * 60 * 1000);
		},
		member,
		browser,
		async signedIn(post, name) {
			const one = await member(post, name);
			const { link } = await people.door.giveKey(one.id);
			const opened = browser();
			await opened.sends(`/vao/${link}`, {});
			return Object.assign(opened, { member: one });
		},
	};
}

let made = 0;

export interface Browser {
	/** What is kept between requests; replaced by tests that play a thief. */
	cookies: Map<string, string>;
	opens(path: string, address?: string): Promise<Response>;
	sends(
		path: string,
		fields: Record<string, string> | URLSearchParams,
		headers?: Record<string, string>,
		address?: string,
	): Promise<Response>;
	/** Follows the redirect that the form led to. */
	reads(path: string): Promise<string>;
}

/** Keeps cookies as a browser does, and sends forms as its own page would. */
export function openBrowser(web: Web): Browser {
	const cookies = new Map<string, string>();
	const header = () =>
		[...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const keep = (response: Response) => {
		for (const set of response.headers.getSetCookie()) {
			const [pair = ""] = set.split(";");
			const [name = "", value = ""] = pair.split("=");
			if (value === "" || /max-age=0/i.test(set)) cookies.delete(name);
			else cookies.set(name, value);
		}
		return response;
	};
	const from = (remoteAddress = "203.0.113.7") => ({
		incoming: { socket: { remoteAddress } },
	});
	const self: Browser = {
		cookies,
		opens: async (path, address) =>
			keep(
				await web.request(
					path,
					{ headers: { cookie: header() } },
					from(address),
				),
			),
		sends: async (path, fields, headers = {}, address) =>
			keep(
				await web.request(
					path,
					{
						method: "POST",
						headers: {
							"content-type": "application/x-www-form-urlencoded",
							"sec-fetch-site": "same-origin",
							cookie: header(),
							...headers,
						},
						body: new URLSearchParams(fields).toString(),
					},
					from(address),
				),
			),
		reads: async (path) => {
			const response = await self.opens(path);
			const to = response.headers.get("location");
			return response.status === 303 && to ? self.reads(to) : response.text();
		},
	};
	return self;
}
