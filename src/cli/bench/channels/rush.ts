import { median } from "../statistics.js";
import type { Bot } from "./bot.js";
import type { Asked } from "./bot-api.js";

/** How many chats ask before anything is measured: bots run for weeks, and the first thousands are their slowest. */
const WARM_UP = 2_000;

/** The bot waits as long for more lines of a typed question, by design; a command is answered at once. */
export const QUIET_MS = 2_000;

export interface Rush {
	readonly echo: Bot;
	readonly ours: Bot;
	readonly questions: readonly string[];
	readonly chats: number;
	readonly rounds: number;
	readonly warmUp?: number;
	readonly quietMs?: number;
}

/** Medians of the rounds, in answers a second. */
export interface Rates {
	readonly echo: number;
	/** Asked as `/hoi …`, which is not waited for: nothing is subtracted. */
	readonly commands: number;
	/** Typed; the wait for more lines is subtracted once, being the same moments for all who ask at once. */
	readonly typed: number;
}

/** Every chat asks one question, all of them at once; the bots take turns. */
export async function rush({
	echo,
	ours,
	questions,
	chats,
	rounds,
	warmUp = WARM_UP,
	quietMs = QUIET_MS,
}: Rush): Promise<Rates> {
	let next = 1_000;
	const commands = questions.map((question) => `/hoi ${question}`);
	const all = async (bot: Bot, texts: readonly string[], count: number) => {
		const asked = Array.from({ length: count }, (_, at) =>
			bot.api.ask(next++, texts[at % texts.length] ?? ""),
		);
		return tookMs(await Promise.all(asked));
	};
	await all(echo, commands, warmUp);
	await all(ours, commands, warmUp);
	const times = { echo: [], commands: [], typed: [] } as Record<
		keyof Rates,
		number[]
	>;
	for (let round = 0; round < rounds; round++) {
		times.echo.push(await all(echo, commands, chats));
		times.commands.push(await all(ours, commands, chats));
		times.typed.push((await all(ours, questions, chats)) - quietMs);
	}
	const rate = (ms: readonly number[]) => (chats * 1000) / median(ms);
	return {
		echo: rate(times.echo),
		commands: rate(times.commands),
		typed: rate(times.typed),
	};
}

/** From the first question handed out to the last chat answered. */
const tookMs = (asked: readonly Asked[]): number =>
	Math.max(...asked.map(({ answered }) => answered)) -
	Math.min(...asked.map(({ delivered }) => delivered));
