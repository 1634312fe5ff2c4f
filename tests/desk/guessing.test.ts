import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import { createLog } from "../../src/log.js";
import { newCode, newSecret } from "../../src/people/secret.js";
import { openDesk } from "./open-desk.js";

const ADMIN = { role: "administrator", desk: null } as const;

/** Everything that can be guessed stands open: an invitation, a key, the first link and a sign-in. */
async function withEverythingOpen() {
	// Limits for load tests are lifted; those on guessing are not.
	const desk = openDesk({ rateLimit: false, log: createLog("silent") });
	const first = await desk.people.door.openFirst();
	const minh = await desk.signedIn(ADMIN);
	const invited = await desk.people.crew.invite(minh.member.id, ADMIN);
	if (invited.kind !== "invited") throw new Error("not invited");
	const key = await desk.people.door.giveKey(minh.member.id);
	return { desk, minh, first, invited: invited.told, key };
}

const random = (max: number) => randomInt(max);
const from = (address: string) => ({
	incoming: { socket: { remoteAddress: address } },
});
/** Refusals as a line of words instead of a page: quicker for who guesses, too. */
const LINE = { "x-fragment": "1" };
const form = (fields: Record<string, string>) => ({
	method: "POST",
	headers: {
		"content-type": "application/x-www-form-urlencoded",
		"sec-fetch-site": "same-origin",
		...LINE,
	},
	body: new URLSearchParams(fields).toString(),
});

/** Fewer or more: `GUESSES=20000 npx vitest run tests/desk/guessing.test.ts`. */
const GUESSES = Number(process.env.GUESSES ?? 100_000);
const ADDRESSES = 2_000;
/** Of all addresses together, in an hour. */
const MOST_LOOKED_UP = 10_000;

it(`${GUESSES} guesses of codes, links and cookies from ${ADDRESSES} addresses open nothing`, {
	timeout: 60_000 + GUESSES,
}, async () => {
	const { desk, minh, invited } = await withEverythingOpen();
	const { request } = desk.web;
	const kinds = [
		(a: string) =>
			request("/vao", form({ code: newCode(random), name: "x" }), from(a)),
		(a: string) =>
			request(`/vao/${newSecret(random)}`, { headers: LINE }, from(a)),
		(a: string) =>
			request(`/vao/${newSecret(random)}`, form({ name: "x" }), from(a)),
		(a: string) =>
			request(`/vao/${newCode(random)}`, { headers: LINE }, from(a)),
		(a: string) =>
			request(
				"/ban",
				{ headers: { ...LINE, cookie: `ban-truc=${newSecret(random)}` } },
				from(a),
			),
	];
	const began = Date.now();
	const seen = new Map<string, number>();
	let opened = 0;
	for (let i = 0; i < GUESSES; i++) {
		const kind = i % kinds.length;
		const number = Math.floor(i / kinds.length) % ADDRESSES;
		const address = `203.0.${number >> 8}.${number & 255}`;
		const response = await kinds[kind]?.(address);
		const status = response?.status ?? 0;
		const set = response?.headers.get("set-cookie") ?? "";
		const to = response?.headers.get("location") ?? "";
		if (
			status === 200 ||
			/ban-truc=[\w-]/.test(set) ||
			(status === 303 && !to.startsWith("/vao?next="))
		)
			opened++;
		const name = `${kind} ${status}`;
		seen.set(name, (seen.get(name) ?? 0) + 1);
	}
	console.info(
		`${GUESSES} guesses in ${Date.now() - began} ms:`,
		Object.fromEntries([...seen].sort()),
	);
	expect(opened).toBe(0);
	// Codes are typed or put into an address: two kinds of five.
	expect((seen.get("0 400") ?? 0) + (seen.get("3 404") ?? 0)).toBe(
		Math.min(MOST_LOOKED_UP, (GUESSES / kinds.length) * 2),
	);

	const { members, signIns } = await desk.stores.team.read();
	expect(members).toHaveLength(1);
	expect(signIns).toHaveLength(1);
	// And nobody who has the right link or cookie was kept out meanwhile, whatever their address.
	expect((await minh.opens("/ban", "203.0.0.1")).status).toBe(200);
	const lan = desk.browser();
	const sent = await lan.sends(
		`/vao/${invited.link}`,
		{ name: "chị Lan" },
		{},
		"203.0.0.1",
	);
	expect(sent.status).toBe(303);
});

it("one address has ten tries at codes an hour, and says how long to wait", async () => {
	const { desk, key } = await withEverythingOpen();
	const thief = desk.browser();
	for (let i = 0; i < 10; i++)
		expect((await thief.sends("/vao", { code: "2222-2222-2222" })).status).toBe(
			400,
		);
	const refused = await thief.sends("/vao", { code: key.code });
	expect(refused.status).toBe(429);
	expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_000);
	expect(await refused.text()).toContain("60 phút");
	const elsewhere = desk.browser();
	const right = await elsewhere.sends(
		"/vao",
		{ code: key.code },
		{},
		"198.51.100.9",
	);
	expect(right.status).toBe(303);
});

it("a right code does not count as a try", async () => {
	const { desk, minh } = await withEverythingOpen();
	for (let i = 0; i < 30; i++) {
		const { code } = await desk.people.door.giveKey(minh.member.id);
		expect((await desk.browser().sends("/vao", { code })).status).toBe(303);
	}
});

it("a code and a link have the bits that they are said to have", () => {
	const codes = new Set(Array.from({ length: 10_000 }, () => newCode(random)));
	expect(codes.size).toBe(10_000);
	expect(12 * Math.log2(30)).toBeGreaterThan(50);
	expect(43 * Math.log2(62)).toBeGreaterThan(128);
});
