import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Reply } from "../src/conversation/reply.js";

/** A folder of its own for one test. */
export const newFolder = () => mkdtemp(join(tmpdir(), "ban-thu-bay-"));

/** `npm run build`, one test file at a time: others may be starting what is being written. Once is enough for them all. */
export async function build(): Promise<void> {
	const lock = join(tmpdir(), "ban-thu-bay-build.lock");
	while (!(await taken(lock))) {
		await wait(100);
		const age = Date.now() - (await madeAt(lock));
		if (age > 60_000) await rm(lock, { recursive: true, force: true });
	}
	try {
		const builtAt = await changedAt(join("dist", "main.js"));
		if ((await newestIn("src")) >= builtAt)
			await promisify(execFile)("node_modules/.bin/tsc");
	} finally {
		await rm(lock, { recursive: true, force: true });
	}
}

const changedAt = (path: string) =>
	stat(path).then(
		({ mtimeMs }) => mtimeMs,
		() => 0,
	);

/** When what is built from was last changed, its settings included. */
async function newestIn(folder: string): Promise<number> {
	const names = await readdir(folder, { recursive: true });
	const paths = [...names.map((name) => join(folder, name)), "tsconfig.json"];
	return Math.max(...(await Promise.all(paths.map(changedAt))));
}

const taken = (lock: string) =>
	mkdir(lock).then(
		() => true,
		() => false,
	);
const madeAt = (lock: string) =>
	stat(lock).then(
		({ ctimeMs }) => ctimeMs,
		() => Date.now(),
	);

export interface Program {
	readonly url: string;
	readonly process: ChildProcess;
	/** What it has written so far. */
	output(): { readonly stdout: string; readonly stderr: string };
	/** Sends the signal, gives what the process ended with. */
	end(signal: NodeJS.Signals): Promise<Ended>;
}

interface Ended {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** The built program on a free port; rejects with what it printed when it does not come up. */
export async function start(env: NodeJS.ProcessEnv): Promise<Program> {
	const { child, written, ended } = run(env);
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout.on("data", () => {
			const found = /https?:\/\/\S+/.exec(written.stdout)?.[0];
			if (found) resolve(found);
		});
		ended.then(({ stderr }) => reject(new Error(stderr)), reject);
	});
	return {
		url,
		process: child,
		output: () => ({ ...written }),
		end(signal) {
			child.kill(signal);
			return ended;
		},
	};
}

/** The built program until it ends by itself. */
export const runToEnd = (env: NodeJS.ProcessEnv): Promise<Ended> =>
	run(env).ended;

/** `npm run chat`, fed by a script. */
export function chat(env: NodeJS.ProcessEnv, typed: string): Promise<Ended> {
	const { child, ended } = run(env, "dist/cli/chat.js");
	child.stdin.end(typed);
	return ended;
}

function run(env: NodeJS.ProcessEnv, script = "dist/main.js") {
	const child = spawn(process.execPath, [script], {
		env: { PATH: process.env.PATH, PORT: "0", ...env },
	});
	const written = { stdout: "", stderr: "" };
	child.stdout.on("data", (chunk) => {
		written.stdout += chunk;
	});
	child.stderr.on("data", (chunk) => {
		written.stderr += chunk;
	});
	const ended = new Promise<Ended>((resolve) => {
		child.on("close", (code, signal) => resolve({ code, signal, ...written }));
	});
	return { child, written, ended };
}

export interface Person {
	/** Says something and gives the one reply; rejects when there is none. */
	says(text: string): Promise<Reply>;
	/** Taps the choice with this number, as the last reply showed it. */
	taps(number: number): Promise<Reply>;
}

/** Somebody who talks to the program over its API. */
export function person(url: string): Person {
	let conversation: string | undefined;
	let last: Reply | undefined;
	const says = async (text: string): Promise<Reply> => {
		const response = await fetch(`${url}/api/chat`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ conversation, text }),
		});
		const answer = await response.json();
		if (!response.ok) throw new Error(`${response.status} ${answer.error}`);
		conversation = answer.conversation;
		last = answer.replies.at(-1);
		if (!last) throw new Error("no reply");
		return last;
	};
	return {
		says,
		taps: (number) => says(last?.choices?.[number - 1]?.value ?? ""),
	};
}

/** From the first word to the code, at the day and hour of these numbers. */
export async function book(
	{ says, taps }: Person,
	{ day = 1, hour = 1 }: { day?: number; hour?: number } = {},
): Promise<NonNullable<Reply["booking"]>> {
	await says("book:2.001583");
	await taps(day);
	await taps(hour);
	await says("đồng ý");
	await says("chị Hoa");
	await says("không cần");
	const { booking, text } = await says("xác nhận");
	if (!booking) throw new Error(`not booked: ${text}`);
	return booking;
}
