import { expect, it } from "vitest";
import { oneAtATime } from "../../src/conversation/one-at-a-time.js";

it("runs tasks of one key in order, of another key meanwhile", async () => {
	const run = oneAtATime();
	const log: string[] = [];
	let open = () => {};
	const gate = new Promise<void>((resolve) => {
		open = resolve;
	});
	const slow = run("lan", async () => {
		await gate;
		log.push("lan 1");
	});
	const next = run("lan", async () => {
		log.push("lan 2");
	});
	await run("minh", async () => {
		log.push("minh");
	});
	open();
	await Promise.all([slow, next]);
	expect(log).toEqual(["minh", "lan 1", "lan 2"]);
});

it("goes on after a task that failed, and tells only who asked", async () => {
	const run = oneAtATime();
	const failing = run("lan", () => Promise.reject(new Error("broken")));
	const next = run("lan", async () => "fine");
	await expect(failing).rejects.toThrow("broken");
	expect(await next).toBe("fine");
});
