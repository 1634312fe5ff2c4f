import { chmod, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	book,
	build,
	chat,
	newFolder,
	type Program,
	person,
	runToEnd,
	start,
} from "./app-program.js";

const running: Program[] = [];
const folders: string[] = [];
const folder = async () => {
	const made = await newFolder();
	folders.push(made);
	return made;
};
const open = async (env: NodeJS.ProcessEnv = {}) => {
	const program = await start({ DATA_DIR: await folder(), ...env });
	running.push(program);
	return program;
};

beforeAll(build, 60_000);
afterEach(async () => {
	await Promise.all(running.splice(0).map((program) => program.end("SIGKILL")));
	for (const made of folders.splice(0)) {
		await rm(made, { recursive: true, force: true });
	}
});

describe("the program", { timeout: 60_000 }, () => {
	let data: string;
	let shared: Program;
	beforeAll(async () => {
		data = await newFolder();
		shared = await start({ DATA_DIR: data });
	}, 30_000);
	afterAll(async () => {
		await shared.end("SIGTERM");
		await rm(data, { recursive: true });
	});

	it("prints its address and the first administrator's link, and answers there", async () => {
		const { url, output } = shared;
		await until(() => output().stdout.includes("/vao/"));
		expect(output().stdout).toMatch(
			/^Bàn Thứ Bảy: (http:\/\/127\.0\.0\.1:\d+)\n.*: \1\/vao\/[\w-]{43}\n$/,
		);
		const health = await fetch(`${url}/healthz`);
		expect(await health.json()).toMatchObject({ status: "ok" });
		const { text } = await person(url).says("mở công ty tnhh 1 thành viên");
		expect(text).toContain("Thành lập công ty TNHH một thành viên");
	});

	it("moves and cancels under the same code, and the calendar file follows", async () => {
		const { url } = shared;
		const lan = person(url);
		const { code } = await book(lan);
		const file = async () =>
			(await fetch(`${url}/lich-hen/${code}.ics`)).text();
		await lan.says("đổi lịch");
		await lan.taps(1);
		expect((await lan.taps(2)).booking).toMatchObject({
			code,
			status: "moved",
		});
		expect(await file()).toContain("SEQUENCE:1");
		await lan.says("hủy lịch");
		expect((await lan.taps(1)).booking).toMatchObject({
			code,
			status: "cancelled",
		});
		const cancelled = await file();
		expect(cancelled).toContain("SEQUENCE:2");
		expect(cancelled).toContain("STATUS:CANCELLED");
	});

	it("answers a body of 10 MB with 413 and goes on", async () => {
		const { url } = shared;
		const response = await fetch(`${url}/api/chat`, {
			method: "POST",
			body: JSON.stringify({ text: "x".repeat(10_000_000) }),
		});
		expect(response.status).toBe(413);
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});

	it("answers or limits every one of 2,000 messages sent at once in one conversation", async () => {
		const { url } = shared;
		const begun = await fetch(`${url}/api/chat`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ text: "xin chào" }),
		});
		const { conversation } = await begun.json();
		const body = JSON.stringify({ conversation, text: "phí bao nhiêu" });
		const statuses = await Promise.all(
			Array.from({ length: 2_000 }, () => posted(`${url}/api/chat`, body)),
		);
		expect(new Set(statuses)).toEqual(new Set([200, 429]));
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});

	it("says what is lifted and where the world reaches it, and stands when a platform does not", async () => {
		const { output } = await open({
			PUBLIC_URL: "https://ban.example.vn",
			RATE_LIMIT: "off",
			TELEGRAM_BOT_TOKEN: "123456789:AAE-x_yZ",
			TELEGRAM_API_ROOT: "http://127.0.0.1:9", // nobody listens there
		});
		expect(output().stdout).toContain("(https://ban.example.vn)");
		expect(output().stderr).toContain("RATE_LIMIT=off");
		await until(() => output().stderr.includes("telegram"));
		expect(output().stderr).not.toContain("AAE");
	});

	it("keeps a booking over a stop", async () => {
		const DATA_DIR = await folder();
		const before = await open({ DATA_DIR });
		const { code } = await book(person(before.url));
		expect((await before.end("SIGTERM")).code).toBe(0);

		const { url } = await open({ DATA_DIR });
		const ics = await (await fetch(`${url}/lich-hen/${code}.ics`)).text();
		expect(ics).toContain("STATUS:CONFIRMED");
		expect(ics).toContain("SEQUENCE:0");
	});

	it("takes over changed knowledge, and keeps the old while a change is broken", async () => {
		const KNOWLEDGE_DIR = join(await folder(), "knowledge");
		await cp("knowledge", KNOWLEDGE_DIR, { recursive: true });
		const file = join(KNOWLEDGE_DIR, "procedures/doanh-nghiep/2.001583.yaml");
		const good = await readFile(file, "utf8");
		const { url, output } = await open({ KNOWLEDGE_DIR });
		const page = async () => (await fetch(`${url}/thu-tuc/2.001583`)).text();

		// Again and again: a change made before the watch stands, a second after the start, is not seen.
		const save = async (changed: string, seen: string) => {
			while (!output().stderr.includes(seen)) {
				await writeFile(file, changed);
				await wait(1_000);
			}
		};
		await save(
			good.replace("confidence: verified", "confidence: x"),
			"knowledge is broken",
		);
		expect(output().stderr).toMatch(/2\.001583\.yaml:\d+ confidence/);
		expect(await page()).toContain("Thành lập công ty TNHH một thành viên");

		await save(
			good.replace("online: 100000", "online: 110000"),
			"knowledge taken over",
		);
		expect(await page()).toContain("110.000 đồng");
	});
});

describe("a stop", { timeout: 60_000 }, () => {
	it.each(["SIGTERM", "SIGINT"] as const)(
		"on %s ends with 0, also with a browser's connection open",
		async (signal) => {
			const program = await open();
			await fetch(`${program.url}/`);
			const began = Date.now();
			expect((await program.end(signal)).code).toBe(0);
			expect(Date.now() - began).toBeLessThan(5_000);
		},
	);

	it("counts once when it is asked for twice, as under npm", async () => {
		const program = await open();
		program.process.kill("SIGINT");
		expect((await program.end("SIGINT")).code).toBe(0);
	});

	it("lets a message that is in hand be answered, and takes no new one", async () => {
		const program = await open();
		const { hostname, port } = new URL(program.url);
		const body = JSON.stringify({ text: "đặt lịch" });
		const socket = connect(Number(port), hostname);
		let answer = "";
		socket.on("data", (chunk) => {
			answer += chunk;
		});
		const closed = new Promise((resolve) => socket.on("close", resolve));
		socket.write(
			`POST /api/chat HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
		);
		await wait(200);
		const ended = program.end("SIGTERM");
		await until(() => program.output().stderr.includes("stopping"));
		await expect(fetch(`${program.url}/healthz`)).rejects.toThrow();
		socket.write(body);
		await closed;
		expect(answer).toContain("200 OK");
		expect(answer).toContain("Anh/chị chọn ngày nào");
		expect((await ended).code).toBe(0);
	});
});

describe("the chat in the terminal", { timeout: 60_000 }, () => {
	it("books from a script, a line a message, and finds it again the next time", async () => {
		const DATA_DIR = await folder();
		const first = await chat(
			{ DATA_DIR },
			"book:2.001583\n1\n1\nđồng ý\nchị Hoa\nkhông cần\n1\n",
		);
		expect(first.code).toBe(0);
		expect(first.stderr).toBe("");
		const code = /Đã đặt. Mã (T7-\w{6})/.exec(first.stdout)?.[1] ?? "none";
		const second = await chat({ DATA_DIR }, "lịch hẹn\n");
		expect(second.stdout).toContain(code);
	});

	it("does not touch the folder of a bot that is running, and says what to do", async () => {
		const DATA_DIR = await folder();
		await open({ DATA_DIR });
		const { code, stderr } = await chat({ DATA_DIR }, "xin chào\n");
		expect(code).toBe(1);
		expect(stderr).toMatch(/is in use by process \d+.*DATA_DIR/);
	});
});

describe("a start that cannot be", { timeout: 60_000 }, () => {
	const failing = async (env: NodeJS.ProcessEnv) => {
		const ended = await runToEnd({ DATA_DIR: await folder(), ...env });
		expect(ended.code).toBe(1);
		expect(ended.stdout).toBe("");
		expect(ended.stderr).not.toMatch(/\n\s+at /);
		return ended.stderr;
	};

	it("names every wrong setting", async () => {
		const said = await failing({ PORT: "http", RATE_LIMIT: "maybe" });
		expect(said).toContain("PORT:");
		expect(said).toContain("RATE_LIMIT:");
	});

	it("says that the port is in use", async () => {
		const { url } = await open();
		expect(await failing({ PORT: new URL(url).port })).toMatch(
			/Port \d+ on 127\.0\.0\.1 is in use.*PORT/,
		);
	});

	it("says who has the data folder", async () => {
		const DATA_DIR = await folder();
		await open({ DATA_DIR });
		expect(await failing({ DATA_DIR })).toMatch(/is in use by process \d+/);
	});

	it("says that there is no knowledge folder", async () => {
		expect(await failing({ KNOWLEDGE_DIR: "/nowhere" })).toMatch(
			/\/nowhere does not exist.*KNOWLEDGE_DIR/,
		);
	});

	it("names file and line of a broken entry", async () => {
		const KNOWLEDGE_DIR = join(await folder(), "knowledge");
		await cp("knowledge", KNOWLEDGE_DIR, { recursive: true });
		await writeFile(join(KNOWLEDGE_DIR, "desks.yaml"), "desks: []\n");
		expect(await failing({ KNOWLEDGE_DIR })).toMatch(/desks\.yaml:1 desks: /);
	});

	it("names a data file that cannot be read, and leaves it as it is", async () => {
		const DATA_DIR = await folder();
		const file = join(DATA_DIR, "bookings", `${nextSaturday()}.json`);
		await mkdir(join(DATA_DIR, "bookings"));
		await writeFile(file, '{"bookings": [');
		expect(await failing({ DATA_DIR })).toContain(file);
		expect(await readFile(file, "utf8")).toBe('{"bookings": [');
	});

	it("says that the data folder is a file", async () => {
		const file = join(await folder(), "data");
		await writeFile(file, "");
		expect(await failing({ DATA_DIR: file })).toMatch(/DATA_DIR/);
	});

	it.skipIf(process.getuid?.() === 0)(
		"says that the data folder is somebody else's",
		async () => {
			const DATA_DIR = await folder();
			await chmod(DATA_DIR, 0o500);
			expect(await failing({ DATA_DIR })).toMatch(/DATA_DIR/);
		},
	);
});

const nextSaturday = () => {
	const day = new Date();
	day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
	return day.toISOString().slice(0, 10);
};

async function until(holds: () => boolean): Promise<void> {
	const latest = Date.now() + 10_000;
	while (!holds()) {
		if (Date.now() > latest) throw new Error("waited in vain");
		await wait(20);
	}
}

/** The status that a post ends with. Waits for its turn to connect as long as it takes; fetch gives up after 10 s. */
const posted = (url: string, body: string) =>
	new Promise<number | undefined>((resolve, reject) => {
		const headers = { "content-type": "application/json" };
		const asked = request(url, { method: "POST", headers }, (response) => {
			response.resume().on("end", () => resolve(response.statusCode));
		});
		asked.on("error", reject).end(body);
	});
