import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { State } from "../src/conversation/state.js";
import { openLowdb } from "../src/store/lowdb/index.js";
import { addDays, dayAt } from "../src/time.js";
import { build, newFolder, type Program, start } from "./app-program.js";
import {
	type Person,
	type StandIn,
	standIn,
} from "./channels/telegram/stand-in.js";

/** `KILLS=100 npx vitest run tests/app-telegram-kill.test.ts` for the long run. */
const KILLS = Number(process.env.KILLS ?? 8);
/** People who book at the same time. */
const PEOPLE = 8;
/** A booking takes some seconds, of which two wait for the rest of a name. */
const LATEST_MS = 4_000;
/** A person who got no answer for so long tries something else. */
const IMPATIENT_MS = 15_000;

let folder: string;
let api: StandIn;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
	await build();
	folder = await newFolder();
	api = await standIn();
	const KNOWLEDGE_DIR = join(folder, "knowledge");
	await cp("knowledge", KNOWLEDGE_DIR, { recursive: true });
	const desks = join(KNOWLEDGE_DIR, "desks.yaml");
	const roomy = (await readFile(desks, "utf8")).replace(
		/placesPerHalfHour: \d+/,
		"placesPerHalfHour: 100",
	);
	await writeFile(desks, roomy);
	env = {
		KNOWLEDGE_DIR,
		DATA_DIR: join(folder, "data"),
		RATE_LIMIT: "off",
		LOG_LEVEL: "error",
		TELEGRAM_BOT_TOKEN: api.token,
		TELEGRAM_API_ROOT: api.url,
	};
}, 60_000);
afterAll(async () => {
	await api.close();
	await rm(folder, { recursive: true, force: true });
});

it(
	`tells everybody of their one booking over Telegram, however often it is killed (${KILLS} times)`,
	async () => {
		let over = false;
		const people: Person[] = [];
		const talking = Array.from({ length: PEOPLE }, async () => {
			while (!over) {
				const lan = api.person();
				people.push(lan);
				await book(lan);
			}
		});
		let program: Program | undefined;
		for (let kill = 0; kill < KILLS; kill++) {
			program = await start(env);
			await wait(Math.random() * LATEST_MS);
			await program.end("SIGKILL");
		}
		over = true;
		program = await start(env);
		await Promise.all(talking);
		await api.delivered();
		await wait(3_000); // a second confirmation would come now
		expect((await program.end("SIGTERM")).code).toBe(0);

		const stores = await openLowdb(join(folder, "data"), {
			clock: () => new Date(),
			state: State,
		});
		const today = dayAt(new Date());
		const bookings = await stores.bookings.since(addDays(today, -1));
		await stores.close();
		expect(bookings.length).toBeGreaterThanOrEqual(PEOPLE);
		for (const { code, person, told } of bookings) {
			const lan = people.find(({ id }) => person === `telegram:${id}`);
			const confirmations = confirmed(lan).filter(({ text }) =>
				text.includes(code),
			);
			expect([code, told, confirmations.length >= 1]).toEqual([code, 0, true]);
		}
		// Each person has one booking: whoever was killed in the middle did not act twice.
		expect(new Set(bookings.map(({ person }) => person)).size).toBe(
			bookings.length,
		);
		expect(people.filter((lan) => confirmed(lan).length === 0)).toEqual([]);
	},
	120_000 + KILLS * 12_000,
);

const confirmed = (lan: Person | undefined) =>
	lan?.chat.filter(({ text }) => /Mã T7-/.test(text)) ?? [];

/** A hundred places each. */
const HOURS = ["08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00"];

/** What a person does when the bot asks this. */
const REACTIONS: readonly (readonly [RegExp, (lan: Person) => void])[] = [
	[/chọn ngày nào/, (lan) => lan.taps("1. thứ Bảy")],
	[/đến giờ nào/, (lan) => lan.taps(HOURS[lan.id % HOURS.length] ?? "")],
	[/Anh\/chị đồng ý không/, (lan) => lan.taps("Đồng ý")],
	[/gọi anh\/chị là gì/, (lan) => lan.types("chị Hoa")],
	[/để lại số điện thoại không/, (lan) => lan.taps("Không cần")],
	[/Đúng chưa ạ/, (lan) => lan.taps("Xác nhận")],
];

/** Books, looking at the chat as a person does: whatever it asks last is answered, and an answer is waited for. */
async function book(lan: Person): Promise<void> {
	const state = () =>
		JSON.stringify(lan.chat.map(({ text, edits }) => [text, edits]));
	lan.types("/datlich");
	for (let before = ""; confirmed(lan).length === 0; ) {
		before = await changed(state, before);
		const last = lan.chat.at(-1)?.text ?? "";
		const reaction = REACTIONS.find(([asked]) => asked.test(last));
		reaction?.[1](lan);
	}
}

async function changed(state: () => string, before: string): Promise<string> {
	const latest = Date.now() + IMPATIENT_MS;
	while (state() === before && Date.now() < latest) await wait(20);
	await wait(30);
	return state();
}
