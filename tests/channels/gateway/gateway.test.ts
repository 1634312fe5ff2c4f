import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Delivery } from "../../../src/channels/channel.js";
import { memoryInbox } from "../../../src/store/memory/inbox.js";
import {
	fakeChannel,
	frozenClock,
	line,
	openGateway,
	seconds,
	tap,
} from "./a-gateway.js";

beforeEach(frozenClock);

describe("messages of one conversation", () => {
	it("are answered in the order they came, however long each takes", async () => {
		const { channel } = await openGateway({
			converse: async ({ text }) => {
				await new Promise((resolve) =>
					setTimeout(resolve, text === "1" ? 900 : 10),
				);
				return [{ text }];
			},
		});
		await channel.deliver(tap("1"), tap("2"), tap("3"));
		await seconds(2);
		expect(channel.sent).toEqual([
			"telegram:hoa ← 1",
			"telegram:hoa ← 2",
			"telegram:hoa ← 3",
		]);
	});

	it("do not hold up another conversation", async () => {
		const { channel } = await openGateway();
		channel.outcomes.push(new Promise<Delivery>(() => {})); // hangs
		await channel.deliver(tap("1"));
		await channel.deliver(tap("2", { conversation: "telegram:nam" }));
		await seconds(0);
		expect(channel.sent).toEqual(["telegram:nam ← Nghe: 2"]);
	});

	it("are worked out side by side up to a bound, and all in the end", async () => {
		let atOnce = 0;
		let most = 0;
		const { channel } = await openGateway({
			converse: async ({ text }) => {
				most = Math.max(most, ++atOnce);
				await new Promise((resolve) => setTimeout(resolve, 100));
				atOnce--;
				return [{ text }];
			},
		});
		for (let person = 0; person < 200; person++)
			await channel.deliver(tap("1", { conversation: `telegram:${person}` }));
		await seconds(5);
		expect(channel.sent).toHaveLength(200);
		expect(most).toBeGreaterThan(4);
		expect(most).toBeLessThan(100);
	});
});

describe("lines of one person within two seconds", () => {
	it("are one question", async () => {
		const { channel, heard } = await openGateway();
		await channel.deliver(line("cho em hỏi"));
		await seconds(0.9);
		await channel.deliver(line("mở công ty"));
		await seconds(0.9);
		await channel.deliver(line("cần giấy tờ gì"));
		expect(heard).toEqual([]);
		await seconds(0.3);
		expect(heard.map(({ text }) => text)).toEqual([
			"cho em hỏi\nmở công ty\ncần giấy tờ gì",
		]);
		expect(channel.sent).toHaveLength(1);
	});

	it("are two questions when the second comes later", async () => {
		const { channel, heard } = await openGateway();
		await channel.deliver(line("mở công ty"));
		await seconds(2.1);
		await channel.deliver(line("lệ phí"));
		await seconds(2.1);
		expect(heard.map(({ text }) => text)).toEqual(["mở công ty", "lệ phí"]);
	});

	it("end at once with a tap, which is a message of its own", async () => {
		const { channel, heard } = await openGateway();
		await channel.deliver(line("mở công ty"), tap("book"));
		await seconds(0);
		expect(heard.map(({ text }) => text)).toEqual(["mở công ty", "book"]);
	});

	it("end at once with a command", async () => {
		const { channel, heard } = await openGateway();
		await channel.deliver(
			line("mở công ty"),
			line("/huy", { kind: "command" }),
		);
		await seconds(0);
		expect(heard.map(({ text }) => text)).toEqual(["mở công ty", "/huy"]);
	});

	it("are not joined with those of another person", async () => {
		const { channel, heard } = await openGateway();
		await channel.deliver(
			line("mở công ty"),
			line("giải thể", { conversation: "telegram:nam" }),
		);
		await seconds(2);
		expect(heard.map(({ text }) => text)).toEqual(["mở công ty", "giải thể"]);
	});

	it("are what was written then, not what a platform hands over at once after an hour", async () => {
		const { channel, heard } = await openGateway();
		const earlier = (minutes: number) =>
			new Date(Date.now() - minutes * 60_000);
		await channel.deliver(
			line("mở công ty", { receivedAt: earlier(50) }),
			line("lệ phí", { receivedAt: earlier(5) }),
		);
		await seconds(2);
		expect(heard.map(({ text }) => text)).toEqual(["mở công ty", "lệ phí"]);
	});
});

describe("pictures", () => {
	it("get one kind sentence for all that come together, and are not talked about", async () => {
		const { channel, heard } = await openGateway();
		const photo = () =>
			line("", { kind: "unsupported", origin: { reason: "photo" } });
		await channel.deliver(photo(), photo(), photo());
		await seconds(2);
		expect(channel.sent).toHaveLength(1);
		expect(channel.sent[0]).toContain("không nhận ảnh");
		expect(heard).toEqual([]);
	});
});

describe("a message delivered again", () => {
	it("five times is answered once", async () => {
		const { channel } = await openGateway();
		const message = tap("1");
		for (let again = 0; again < 5; again++) {
			await channel.deliver(message, message);
			await seconds(1);
		}
		expect(channel.sent).toEqual(["telegram:hoa ← Nghe: 1"]);
	});

	it("after a restart is not answered again", async () => {
		const first = await openGateway();
		const message = tap("1");
		await first.channel.deliver(message);
		await seconds(1);
		const { inbox } = first;
		const { channel } = await openGateway({ inbox });
		await channel.deliver(message);
		await seconds(1);
		expect(channel.sent).toEqual([]);
	});
});

describe("a kill", () => {
	it("before the answer was worked out: it is worked out by the next process", async () => {
		const inbox = memoryInbox(() => new Date());
		await inbox.accept([line("mở công ty"), line("cần gì")]);
		const { channel } = await openGateway({ inbox });
		await seconds(2);
		expect(channel.sent).toEqual(["telegram:hoa ← Nghe: mở công ty\ncần gì"]);
		expect(await inbox.pending()).toEqual([]);
	});

	it("between acting and sending: the same is said, and nothing is done again", async () => {
		const inbox = memoryInbox(() => new Date());
		const [one, two, later] = [line("đặt"), line("nhé"), tap("1")];
		await inbox.accept([one, two, later]);
		const { channel, heard } = await openGateway({
			inbox,
			lastAnswer: async () => ({
				ids: [one.id, two.id],
				replies: [{ text: "Đã đặt. Mã T7-222222" }],
			}),
		});
		await seconds(2);
		expect(channel.sent).toEqual([
			"telegram:hoa ← Đã đặt. Mã T7-222222",
			"telegram:hoa ← Nghe: 1",
		]);
		expect(heard.map(({ text }) => text)).toEqual(["1"]);
		expect(await inbox.pending()).toEqual([]);
	});
});

describe("an answer", () => {
	it("waits as long as the platform asks, and is not overtaken", async () => {
		const { channel } = await openGateway();
		channel.outcomes.push({ kind: "wait", seconds: 7 });
		await channel.deliver(tap("1"), tap("2"));
		await seconds(6.9);
		expect(channel.sent).toEqual([]);
		await seconds(0.1);
		expect(channel.sent).toEqual([
			"telegram:hoa ← Nghe: 1",
			"telegram:hoa ← Nghe: 2",
		]);
	});

	it("that was certainly not sent is tried again, later each time", async () => {
		const { channel } = await openGateway();
		const down: Delivery = { kind: "failed", why: "502" };
		channel.outcomes.push(down, down, down);
		await channel.deliver(tap("1"));
		await seconds(0.5 + 1 + 1.9);
		expect(channel.sent).toEqual([]);
		await seconds(0.1);
		expect(channel.sent).toEqual(["telegram:hoa ← Nghe: 1"]);
	});

	it("is given up after ten minutes, and the next message is answered", async () => {
		const { channel, inbox, logged } = await openGateway();
		const down: Delivery = { kind: "failed", why: "502" };
		channel.outcomes.push(...Array.from({ length: 60 }, () => down));
		await channel.deliver(tap("1"));
		await seconds(11 * 60);
		expect(channel.sent).toEqual([]);
		expect(await inbox.pending()).toEqual([]);
		expect(logged.join()).toContain("an answer was not sent");
		channel.outcomes.length = 0;
		await channel.deliver(tap("2"));
		await seconds(1);
		expect(channel.sent).toEqual(["telegram:hoa ← Nghe: 2"]);
	});

	it("is not tried more than twice a second, even when the platform asks for no wait at all", async () => {
		const { channel } = await openGateway();
		const now: Delivery = { kind: "wait", seconds: 0 };
		channel.outcomes.push(...Array.from({ length: 100 }, () => now));
		await channel.deliver(tap("1"));
		await seconds(10);
		expect(channel.outcomes.length).toBeGreaterThanOrEqual(79);
	});

	it("waits beside a thousand others without a warning of the process", async () => {
		const warned: Error[] = [];
		const listen = (warning: Error) => void warned.push(warning);
		process.on("warning", listen);
		onTestFinished(() => void process.off("warning", listen));
		const { channel } = await openGateway();
		for (let person = 0; person < 1_000; person++) {
			channel.outcomes.push({ kind: "wait", seconds: 60 });
			await channel.deliver(tap("1", { conversation: `telegram:${person}` }));
		}
		await seconds(59);
		expect(channel.sent).toEqual([]);
		await seconds(1);
		expect(channel.sent).toHaveLength(1_000);
		expect(warned).toEqual([]);
	});

	it("that may have arrived is sent again on Telegram, and not without end", async () => {
		const { channel, inbox } = await openGateway();
		const lost: Delivery = { kind: "unknown", why: "the answer got lost" };
		channel.outcomes.push(lost);
		await channel.deliver(tap("1"));
		await seconds(60);
		expect(channel.sent).toHaveLength(2);
		channel.outcomes.push(...Array.from({ length: 20 }, () => lost));
		await channel.deliver(tap("2"));
		await seconds(600);
		expect(channel.sent).toHaveLength(2 + 5);
		expect(await inbox.pending()).toEqual([]);
	});

	it("that may have arrived is not sent twice on Zalo, where each message counts", async () => {
		const { channel, inbox, logged } = await openGateway({
			channel: fakeChannel("zalo"),
		});
		channel.outcomes.push({ kind: "unknown", why: "the answer got lost" });
		await channel.deliver(tap("1", { conversation: "zalo:hoa" }));
		await seconds(60);
		expect(channel.sent).toHaveLength(1);
		expect(await inbox.pending()).toEqual([]);
		expect(logged.join("")).toContain("an answer may not have arrived");
		await channel.deliver(tap("2", { conversation: "zalo:hoa" }));
		await seconds(1);
		expect(channel.sent.at(-1)).toBe("zalo:hoa ← Nghe: 2");
	});

	it("to somebody who blocked us marks them, until they write again", async () => {
		const marks: string[] = [];
		const { channel } = await openGateway({
			reachable: async (conversation, is) =>
				void marks.push(`${conversation} ${is}`),
		});
		channel.outcomes.push({ kind: "unreachable" });
		await channel.deliver(tap("1"));
		await seconds(1);
		await channel.deliver(tap("2"));
		await seconds(1);
		expect(marks).toEqual([
			"telegram:hoa true",
			"telegram:hoa false",
			"telegram:hoa true",
		]);
	});

	it("that arrived is known as told, and only that", async () => {
		const told: string[] = [];
		const { channel } = await openGateway({
			told: async (replies) =>
				void told.push(...replies.map(({ text }) => text)),
		});
		channel.outcomes.push({ kind: "refused", why: "?" });
		await channel.deliver(tap("1"), tap("2"));
		await seconds(1);
		expect(told).toEqual(["Nghe: 2"]);
	});

	it("that fails to be worked out does not stop the next one", async () => {
		const { channel, logged } = await openGateway({
			converse: async ({ text }) => {
				if (text === "1") throw new Error("broken");
				return [{ text }];
			},
		});
		await channel.deliver(tap("1"), tap("2"));
		await seconds(1);
		expect(channel.sent).toEqual(["telegram:hoa ← 2"]);
		expect(logged.join()).toContain("could not be dealt with");
	});
});

describe.each(["telegram", "zalo"] as const)(
	"a platform that says wait, %s,",
	(name) => {
		const open = () => openGateway({ channel: fakeChannel(name) });
		const says = (text: string) => tap(text, { conversation: `${name}:hoa` });
		const wait = (seconds: number): Delivery => ({ kind: "wait", seconds });

		it("for longer than an answer is of use is not waited for: the log says so, the next message is answered", async () => {
			const { channel, inbox, logged } = await open();
			channel.outcomes.push(wait(3600));
			await channel.deliver(says("1"));
			await seconds(1);
			expect(await inbox.pending()).toEqual([]);
			expect(logged.join("")).toMatch(
				new RegExp(`"${name}".*"seconds":3600.*an answer was not sent`),
			);
			await channel.deliver(says("2"));
			await seconds(1);
			expect(channel.sent).toEqual([`${name}:hoa ← Nghe: 2`]);
		});

		it("again and again is given up after ten minutes", async () => {
			const { channel, inbox, logged } = await open();
			channel.outcomes.push(...Array.from({ length: 60 }, () => wait(60)));
			await channel.deliver(says("1"));
			await seconds(9 * 60);
			expect(await inbox.pending()).toHaveLength(1);
			await seconds(2 * 60);
			expect(await inbox.pending()).toEqual([]);
			expect(channel.outcomes).toHaveLength(60 - 11);
			expect(logged.join("")).toContain("an answer was not sent");
		});
	},
);

describe("what cannot be stored", () => {
	it("is refused, so that it is delivered again", async () => {
		const inbox = memoryInbox(() => new Date());
		const { accept } = inbox;
		const { channel } = await openGateway({ inbox });
		inbox.accept = () => Promise.reject(new Error("disk full"));
		const message = tap("1");
		await expect(channel.deliver(message)).rejects.toThrow("disk full");
		inbox.accept = accept;
		await channel.deliver(message);
		await seconds(1);
		expect(channel.sent).toEqual(["telegram:hoa ← Nghe: 1"]);
	});
});

describe("a stop", () => {
	it("finishes the turn in hand, begins no other, and leaves the rest to the next process", async () => {
		const { channel, gateway, inbox } = await openGateway({
			converse: async ({ text }) => {
				await new Promise((resolve) => setTimeout(resolve, 500));
				return [{ text }];
			},
		});
		await channel.deliver(tap("1"), tap("2"));
		const stopped = gateway.stop(2_000);
		await channel.deliver(tap("3"));
		await seconds(1);
		await stopped;
		expect(channel.sent).toEqual(["telegram:hoa ← 1"]);
		expect(channel.stopped).toBe(true);
		const left = (await inbox.pending()).map(({ text }) => text);
		expect(left).toEqual(["2", "3"]);

		const next = fakeChannel();
		await openGateway({ inbox, channel: next });
		await seconds(1);
		expect(next.sent).toEqual([
			"telegram:hoa ← Nghe: 2",
			"telegram:hoa ← Nghe: 3",
		]);
	});

	it("does not wait for a platform that is down, nor for one that hangs", async () => {
		const { channel, gateway, inbox } = await openGateway();
		channel.outcomes.push(
			{ kind: "wait", seconds: 300 },
			new Promise<Delivery>(() => {}),
		);
		await channel.deliver(tap("1"));
		await channel.deliver(tap("2", { conversation: "telegram:nam" }));
		await seconds(1);
		const stopped = gateway.stop(2_000);
		await seconds(2);
		await stopped;
		expect(await inbox.pending()).toHaveLength(2);
	});
});
