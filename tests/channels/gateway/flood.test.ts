import { beforeEach, describe, expect, it, vi } from "vitest";
import { createPace } from "../../../src/channels/gateway/pace.js";
import {
	fakeChannel,
	frozenClock,
	line,
	openGateway,
	seconds,
	tap,
} from "./a-gateway.js";

beforeEach(frozenClock);

/** A gateway with the real limits, where each answer takes as long as in real life. */
const openBusy = (burstMs = 2_000) =>
	openGateway({
		pace: createPace(),
		burstMs,
		converse: async ({ text }) => {
			await new Promise((resolve) => setTimeout(resolve, 50));
			return [{ text }];
		},
	});

const flooder = { conversation: "telegram:flood" };

/** How long another person waits, in ms, for each of ten answers while somebody else does `meanwhile`. */
async function waits(
	kind: "typed" | "tap",
	meanwhile: (second: number) => readonly ReturnType<typeof tap>[],
): Promise<number> {
	const { channel } = await openBusy();
	let sum = 0;
	for (let second = 0; second < 60; second++) {
		for (const message of meanwhile(second)) await channel.deliver(message);
		if (second % 6 === 0) {
			const asked = Date.now();
			const text = `câu ${second}`;
			await channel.deliver(line(text, { kind }));
			const answered = () => channel.sent.includes(`telegram:hoa ← ${text}`);
			while (!answered()) await seconds(0.01);
			sum += Date.now() - asked;
			await seconds(Math.max(0, 1 - (Date.now() - asked) / 1_000));
		} else await seconds(1);
	}
	return sum / 10;
}

describe("a thousand messages in a minute from one chat", () => {
	it.each(["tap", "typed"] as const)(
		"do not make another person wait half as long again (%s)",
		async (kind) => {
			const calm = await waits(kind, () => []);
			const flooded = await waits(kind, () =>
				Array.from({ length: 17 }, () => line("x", { kind, ...flooder })),
			);
			expect(flooded / calm).toBeLessThan(1.5);
		},
	);

	it("are answered as far as the line goes, and told once a minute to slow down", async () => {
		const { channel, inbox, heard } = await openGateway({ pace: createPace() });
		for (let n = 0; n < 1_000; n++) {
			await channel.deliver(tap(String(n), flooder));
			await seconds(0.06);
		}
		await seconds(30);
		const slow = channel.sent.filter((text) => text.includes("chậm lại"));
		expect(slow).toHaveLength(1);
		expect(heard.length).toBeLessThan(100);
		expect(heard.map(({ text }) => Number(text))).toEqual(
			heard.map(({ text }) => Number(text)).toSorted((a, b) => a - b),
		);
		expect(await inbox.pending()).toEqual([]);
		await channel.deliver(tap("lại", flooder));
		await seconds(2);
		expect(channel.sent.at(-1)).toBe("telegram:flood ← Nghe: lại");
	});

	it("are no flood when they are the same few, delivered again and again", async () => {
		const { channel } = await openGateway();
		const few = Array.from({ length: 8 }, (_, n) => tap(`${n}`, flooder));
		await channel.deliver(...few);
		await seconds(10);
		for (let again = 0; again < 5; again++)
			await channel.deliver(...few, ...few, ...few);
		await seconds(10);
		expect(channel.sent).toHaveLength(8);
	});

	it("that arrive in one moment keep no more than a line of them", async () => {
		const { channel, inbox } = await openGateway({ pace: createPace() });
		const all = Array.from({ length: 1_000 }, (_, n) => tap(`${n}`, flooder));
		await Promise.all(all.map((one) => channel.deliver(one)));
		expect((await inbox.pending()).length).toBeLessThanOrEqual(21);
		await seconds(60);
		expect(channel.sent.length).toBeLessThanOrEqual(23);
	});
});

describe("too many messages in all", () => {
	it("are refused while ten thousand wait, so that they are delivered again", async () => {
		vi.useRealTimers(); // so many pretended ones take minutes to sort
		const { channel, gateway } = await openBusy(60_000);
		const person = (n: number) => ({ conversation: `telegram:${n}` });
		for (let n = 0; n < 10_000; n++)
			await channel.deliver(line("1", person(n)));
		await expect(channel.deliver(line("1", person(10_001)))).rejects.toThrow(
			"too many",
		);
		await gateway.stop(0);
	});
});

describe("the limits of sending", () => {
	it("are one message a second to one chat", async () => {
		const { channel } = await openBusy();
		await channel.deliver(tap("1"), tap("2"), tap("3"));
		await seconds(0.9);
		expect(channel.sent).toHaveLength(1);
		await seconds(1);
		expect(channel.sent).toHaveLength(2);
		await seconds(1);
		expect(channel.sent).toHaveLength(3);
	});

	it("are thirty a second to all of Telegram's, in the order they are ready", async () => {
		const channel = fakeChannel();
		const { sent } = channel;
		const pace = createPace();
		await openGateway({ channel, pace });
		for (let n = 0; n < 100; n++)
			await channel.deliver(tap(`${n}`, { conversation: `telegram:${n}` }));
		await seconds(0.5);
		expect(sent).toHaveLength(30);
		await seconds(1);
		expect(sent).toHaveLength(60);
		await seconds(2.5);
		expect(sent.map((text) => Number(text.split(": ")[1]))).toEqual(
			Array.from({ length: 100 }, (_, n) => n),
		);
	});

	it("hold for a notice as for an answer", async () => {
		const { channel, gateway } = await openBusy();
		await channel.deliver(tap("1"));
		await seconds(0.1);
		const notice = gateway.notify("telegram:hoa", async () => ({
			text: "Nhắc",
		}));
		await seconds(0.5);
		expect(channel.sent).toEqual(["telegram:hoa ← 1"]);
		await seconds(1);
		expect(await notice).toEqual({ kind: "sent" });
	});
});
