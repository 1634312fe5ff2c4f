import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, newFolder, start } from "./app-program.js";

let folder: string;
beforeAll(async () => {
	await build();
	folder = await newFolder();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const DAY = /option value="(\d{4}-\d{2}-\d{2}) ([a-z0-9-]+)"/;

describe("a member who follows the list while the program is stopped", () => {
	it("does not hold it up", { timeout: 30_000 }, async () => {
		const program = await start({ DATA_DIR: folder });
		const link = /https?:\/\/\S+\/vao\/\S+/.exec(await first(program))?.[0];
		const entered = await fetch(link ?? "", {
			method: "POST",
			redirect: "manual",
			headers: { origin: program.url },
			body: new URLSearchParams({ name: "anh Sếp" }),
		});
		const cookie =
			(entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		const page = await fetch(`${program.url}/ban`, { headers: { cookie } });
		const [, day, desk] = DAY.exec(await page.text()) ?? [];
		const live = await fetch(
			`${program.url}/ban/live?${new URLSearchParams({ ngay: day ?? "", ban: desk ?? "" })}`,
			{ headers: { cookie } },
		);
		expect(live.status).toBe(200);
		const heard = live.text();
		const began = performance.now();
		const { code } = await program.end("SIGTERM");
		expect(code).toBe(0);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(await heard).toBe("retry: 2000\n\n");
	});
});

/** The link is printed after the address. */
async function first(program: {
	output(): { readonly stdout: string };
}): Promise<string> {
	while (!program.output().stdout.includes("/vao/"))
		await new Promise((resolve) => setTimeout(resolve, 20));
	return program.output().stdout;
}
