import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
	book,
	build,
	newFolder,
	type Program,
	person,
	start,
} from "./app-program.js";

/** A file system of 1 MB, where this machine lets us have one. */
const disk = await newFolder();
const mounted = mount(disk);
if (!mounted) console.warn("full disk not tried: a tmpfs needs root");

let program: Program;
beforeAll(async () => {
	if (!mounted) return;
	await build();
	program = await start({ DATA_DIR: disk, RATE_LIMIT: "off" });
}, 60_000);
afterAll(async () => {
	if (!mounted) return rmSync(disk, { recursive: true });
	await program.end("SIGKILL");
	execFileSync("umount", [disk]);
	rmSync(disk, { recursive: true });
});

it.skipIf(!mounted)(
	"books nothing on a full disk and says so, keeps what it had, and books again when there is room",
	async () => {
		const health = async () => (await fetch(`${program.url}/healthz`)).status;
		const file = async (code: string) =>
			(await fetch(`${program.url}/lich-hen/${code}.ics`)).status;
		const lan = person(program.url);
		const { code } = await book(lan);
		const minh = person(program.url);
		await minh.says("book:2.001583");
		await minh.taps(2);
		await minh.taps(2);
		await minh.says("đồng ý");
		await minh.says("anh Minh");
		await minh.says("không cần");

		fill(disk);
		const { text, booking } = await minh.taps(1);
		expect(booking).toBeUndefined();
		expect(text).toContain("chưa có gì được đặt");
		expect(await health()).toBe(503);
		expect(await file(code)).toBe(200);
		expect((await person(program.url).says("phí lập công ty")).text).toMatch(
			/./,
		);

		empty(disk);
		expect(await health()).toBe(200);
		expect((await minh.says("xác nhận")).booking?.status).toBe("booked");
		expect((await lan.says("lịch hẹn")).text).toContain(code);
	},
	60_000,
);

function mount(folder: string): boolean {
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], {
			stdio: "ignore",
		});
		return true;
	} catch {
		return false; // not root, or a container that may not: said above
	}
}

function fill(folder: string): void {
	try {
		for (let i = 0; ; i++) {
			writeFileSync(join(folder, `filler-${i}`), "x".repeat(4_000));
		}
	} catch (error) {
		expect(error).toMatchObject({ code: "ENOSPC" });
	}
}

function empty(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (name.startsWith("filler-")) rmSync(join(folder, name));
	}
}
