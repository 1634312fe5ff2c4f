import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BotApi, startBotApi, TOKEN } from "./bot-api.js";

/** A bot in a process of its own, with a Telegram of its own. */
export interface Bot {
	readonly api: BotApi;
	stop(): Promise<void>;
}

/** What a telegraf bot does when it does nothing but send back what it gets. */
export const startEcho = (): Promise<Bot> =>
	start(new URL("../../bench-echo.js", import.meta.url), (url) => ({
		TELEGRAM_API_ROOT: url,
		TELEGRAM_BOT_TOKEN: TOKEN,
	}));

/** The whole program, on an empty folder. */
export async function startOurs(
	knowledgeDir: string,
	rateLimit: "on" | "off",
): Promise<Bot> {
	const dataDir = await mkdtemp(join(tmpdir(), "ban-thu-bay-bench-"));
	const bot = await start(
		new URL("../../../main.js", import.meta.url),
		(url) => ({
			TELEGRAM_API_ROOT: url,
			TELEGRAM_BOT_TOKEN: TOKEN,
			TELEGRAM_WEBHOOK_SECRET: "",
			ZALO_BOT_TOKEN: "",
			PUBLIC_URL: "",
			HOST: "127.0.0.1",
			PORT: "0",
			DATA_DIR: dataDir,
			KNOWLEDGE_DIR: knowledgeDir,
			LOG_LEVEL: "error",
			RATE_LIMIT: rateLimit,
		}),
	);
	return {
		api: bot.api,
		async stop() {
			await bot.stop();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

async function start(
	script: URL,
	env: (url: string) => NodeJS.ProcessEnv,
): Promise<Bot> {
	const api = await startBotApi();
	const child = spawn(process.execPath, [fileURLToPath(script)], {
		env: env(api.url),
		stdio: ["ignore", "ignore", "inherit"],
	});
	const ended = once(child, "exit");
	const died = ended.then(([code]) => {
		throw new Error(`${fileURLToPath(script)} ended with ${code}`);
	});
	await Promise.race([api.polled, died]);
	died.catch(() => {}); // from here on it ends when it is told to
	return {
		api,
		async stop() {
			child.kill("SIGTERM");
			await ended;
			api.close();
		},
	};
}
