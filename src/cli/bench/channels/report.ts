import { table } from "../../eval/table.js";
import { shortly } from "../report.js";
import { startEcho, startOurs } from "./bot.js";
import { flood, type Waits } from "./flood.js";
import { QUIET_MS, rush } from "./rush.js";

const CHATS = 1_000;
const ROUNDS = 5;
const FLOOD = 1_000;

/** The program beside a bare echo bot, and a person beside a flood, as printed text. */
export async function channelFigures(
	knowledgeDir: string,
	questions: readonly string[],
): Promise<string> {
	return `${CHATS} chats ask at once over Telegram, ${ROUNDS} rounds in turn\n\n${await rates(knowledgeDir, questions)}\n
${FLOOD} messages of one chat in ten seconds, and the others\n\n${await waits(knowledgeDir, questions)}\n`;
}

async function rates(
	knowledgeDir: string,
	questions: readonly string[],
): Promise<string> {
	const echo = await startEcho();
	const ours = await startOurs(knowledgeDir, "off");
	try {
		const rates = await rush({
			echo,
			ours,
			questions,
			chats: CHATS,
			rounds: ROUNDS,
		});
		const row = (name: string, rate: number) => [
			name,
			shortly(rate),
			`${shortly(rate / rates.echo)}×`,
		];
		return table(
			["first delivery to last answer", "answers/s", "against the echo bot"],
			[
				row("telegraf, sending back what it gets", rates.echo),
				row("the project, asked by /hoi", rates.commands),
				row(
					`the project, typed; ${QUIET_MS / 1000} s for more lines subtracted`,
					rates.typed,
				),
			],
		);
	} finally {
		await Promise.all([echo.stop(), ours.stop()]);
	}
}

async function waits(
	knowledgeDir: string,
	questions: readonly string[],
): Promise<string> {
	const ours = await startOurs(knowledgeDir, "on");
	try {
		const { without, during } = await flood(ours, questions, FLOOD);
		const row = (name: string, of: (waits: Waits) => number) => [
			name,
			shortly(of(without)),
			shortly(of(during)),
			`${shortly(of(during) / of(without))}×`,
		];
		return table(
			["ms until somebody else is answered", "without", "during", "ratio"],
			[
				row("median", ({ median }) => median),
				row("p95", ({ p95 }) => p95),
				row(
					`median beyond the ${QUIET_MS / 1000} s for more lines`,
					({ median }) => median - QUIET_MS,
				),
			],
		);
	} finally {
		await ours.stop();
	}
}
