import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
	countedCodes,
	NOW,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";
import { everythingIn, open } from "./folder.js";

const disk = mkdtempSync(join(tmpdir(), "ban-thu-bay-disk-"));
const mounted = mount();
afterAll(() => {
	if (mounted) execFileSync("umount", ["--lazy", disk]);
	rmSync(disk, { recursive: true });
});

/** A disk of one megabyte, where we are allowed to have one. */
function mount(): boolean {
	try {
		const size = ["-o", "size=1m"];
		execFileSync("mount", ["-t", "tmpfs", ...size, "tmpfs", disk], {
			stdio: "ignore",
		});
		return true;
	} catch {
		return false;
	}
}

it.skipIf(!mounted)(
	"a full disk is told, loses nothing, and is forgotten once there is room (needs root and mount)",
	async () => {
		const folder = join(disk, "data");
		const { bookings, sessions, writable, close } = await open(folder);
		const code = countedCodes();
		const book = (person: string) =>
			bookings.confirm(request({ code: code(), person }), NOW, places(5000));
		for (let person = 0; person < 300; person++)
			await book(`telegram:${person}`);
		expect(await writable()).toBe(true);

		await writeFile(join(disk, "filler"), Buffer.alloc(2 ** 20)).catch(
			(error) => expect(error.code).toBe("ENOSPC"),
		);
		const before = await bookings.session("so", THIS_SATURDAY);
		const files = await everythingIn(folder);
		const late = await Promise.allSettled([
			book("telegram:late"),
			bookings.cancel(before[0]?.code ?? "T7-222222"),
			sessions.write("telegram:late", { step: "day" }),
		]);
		for (const outcome of late)
			expect(outcome).toMatchObject({
				status: "rejected",
				reason: { name: "StoreError", code: "full-disk" },
			});
		expect(await writable()).toBe(false);
		expect(await bookings.session("so", THIS_SATURDAY)).toEqual(before);
		expect(await bookings.ahead("telegram:late", THIS_SATURDAY)).toEqual([]);
		expect(await sessions.read("telegram:late")).toBeUndefined();
		expect(await everythingIn(folder)).toEqual(files);

		await rm(join(disk, "filler"));
		expect(await writable()).toBe(true);
		expect(await book("telegram:late")).toMatchObject({ kind: "booked" });
		await close();

		const again = await open(folder);
		expect(await again.bookings.session("so", THIS_SATURDAY)).toEqual([
			...before,
			expect.objectContaining({ person: "telegram:late", place: 301 }),
		]);
		await again.close();
	},
);
