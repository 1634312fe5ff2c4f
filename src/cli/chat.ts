import { userInfo } from "node:os";
import { createApp } from "../app.js";
import { talkInTerminal } from "../channels/terminal/index.js";
import { loadConfig } from "../config.js";
import { createLog } from "../log.js";
import { explainStart } from "../start-failure.js";

try {
	const config = loadConfig();
	// Only what goes wrong: the terminal is the conversation's.
	const app = await createApp(config, {
		clock: () => new Date(),
		log: createLog(config.logLevel === "info" ? "error" : config.logLevel),
	});
	try {
		// The same person each time, so that "lịch hẹn" finds what was booked yesterday.
		await talkInTerminal(app.converse, `terminal:${userInfo().username}`, {
			input: process.stdin,
			output: process.stdout,
			interactive: process.stdin.isTTY === true,
		});
	} finally {
		await app.close();
	}
} catch (error) {
	console.error(explainStart(error));
	process.exitCode = 1;
}
