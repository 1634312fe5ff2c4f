import { setTimeout as pause } from "node:timers/promises";
import { median, percentile } from "../statistics.js";
import type { Bot } from "./bot.js";

/** A minute's messages in ten seconds: worse than what is asked. */
const LASTS_MS = 10_000;
const STEP_MS = 250;

const FLOODER = 666;

/** How long others wait for an answer, in ms, the two seconds for more lines included. */
export interface Waits {
	readonly median: number;
	readonly p95: number;
}

/** Somebody asks every quarter of a second, first by themselves, then while one chat sends `messages`. */
export async function flood(
	bot: Bot,
	questions: readonly string[],
	messages: number,
): Promise<{ readonly without: Waits; readonly during: Waits }> {
	const steps = LASTS_MS / STEP_MS;
	let next = 900_000;

	async function ask(atOnce: number): Promise<Waits> {
		const waits: Promise<number>[] = [];
		for (let step = 0; step < steps; step++) {
			for (let sent = 0; sent < atOnce; sent++)
				bot.api.bring(
					FLOODER,
					`${sent}: ${questions[sent % questions.length]}`,
				);
			waits.push(timed(next++, questions[step % questions.length] ?? ""));
			await pause(STEP_MS);
		}
		const ms = await Promise.all(waits);
		return { median: median(ms), p95: percentile(ms, 0.95) };
	}

	async function timed(chat: number, question: string): Promise<number> {
		const start = performance.now();
		const { answered } = await bot.api.ask(chat, question);
		return answered - start;
	}

	await ask(0); // warms up
	const without = await ask(0);
	const during = await ask(Math.ceil(messages / steps));
	return { without, during };
}
