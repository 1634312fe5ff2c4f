import { createApp } from "./app.js";
import { listen } from "./channels/web/listen.js";
import { loadConfig } from "./config.js";
import { createLog, type Log } from "./log.js";
import { explainStart } from "./start-failure.js";

/** What is in hand when a stop is asked for has this long; with the store's own writing it stays under 10 s. */
const GRACE_MS = 7_000;

try {
	await run();
} catch (error) {
	console.error(explainStart(error));
	process.exitCode = 1;
}

async function run(): Promise<void> {
	const config = loadConfig();
	const log = createLog(config.logLevel);
	const app = await createApp(config, { clock: () => new Date(), log });
	const listening = await listen(app.web, config).catch(async (error) => {
		await app.close();
		throw error;
	});
	stopOnSignal(log, async () => {
		await Promise.all([listening.stop(GRACE_MS), app.stop(GRACE_MS)]);
		await app.close();
	});
	await app.start(listening.url);
	const first = await app.firstLink();
	const world = config.publicUrl ? ` (${config.publicUrl})` : "";
	console.log(`Bàn Thứ Bảy: ${listening.url}${world}`);
	if (first) console.log(`Quản trị viên đầu tiên, mở một lần: ${first}`);
}

/** Ctrl+C under npm arrives twice: the first one counts. */
function stopOnSignal(log: Log, stop: () => Promise<void>): void {
	let stopping = false;
	const onSignal = async (signal: NodeJS.Signals) => {
		if (stopping) return;
		stopping = true;
		log.info({ signal }, "stopping: nothing new is taken");
		try {
			await stop();
			process.exit(0);
		} catch (err) {
			log.fatal({ err }, "could not stop cleanly");
			process.exit(1);
		}
	};
	process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
}
