import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { createApp } from "../src/app.js";
import { type Listening, listen } from "../src/channels/web/listen.js";
import type { Config } from "../src/config.js";
import { createLog } from "../src/log.js";
import { instantAt } from "../src/time.js";
import { newFolder } from "./app-program.js";

export const MONDAY = instantAt("2026-11-23", "09:00").getTime();

export interface Office {
	readonly url: string;
	readonly logged: string[];
	/** Lets the days go by until then, at once. */
	turnTo(instant: Date): void;
	/** Ends the process, and begins another on the same data. */
	restart(): Promise<Office>;
}

/** The whole system on a port of this machine, from a Monday on; gone when the test is. */
export async function openOffice(
	settings: Partial<Config>,
	{ dataDir, late = 0 }: { dataDir?: string; late?: number } = {},
): Promise<Office> {
	const folder = dataDir ?? (await newFolder());
	if (!dataDir)
		onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const logged: string[] = [];
	const began = Date.now();
	let ahead = late;
	const config: Config = {
		host: "127.0.0.1",
		port: 0,
		dataDir: folder,
		knowledgeDir: "knowledge",
		admins: [],
		logLevel: "debug",
		rateLimit: false,
		...settings,
	};
	const app = await createApp(config, {
		clock: () => new Date(MONDAY + Date.now() - began + ahead),
		log: createLog("debug", { write: (text) => void logged.push(text) }),
	});
	const listening: Listening = await listen(app.web, config);
	let ended = false;
	const end = async () => {
		if (ended) return;
		ended = true;
		await Promise.all([listening.stop(1_000), app.stop(1_000)]);
		await app.close();
	};
	onTestFinished(end);
	await app.start(listening.url);
	return {
		url: listening.url,
		logged,
		turnTo: (instant) => {
			ahead = instant.getTime() - MONDAY;
		},
		restart: async () => {
			await end();
			const sofar = Date.now() - began + ahead;
			return openOffice(settings, { dataDir: folder, late: sofar });
		},
	};
}

/** An address of this machine that nobody uses, for platforms to post to. */
export async function anAddress(): Promise<Pick<Config, "port" | "publicUrl">> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" ? (address?.port ?? 0) : 0;
	await new Promise((resolve) => server.close(resolve));
	return { port, publicUrl: `http://127.0.0.1:${port}` };
}
