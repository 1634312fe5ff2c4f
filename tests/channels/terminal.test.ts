import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { talkInTerminal } from "../../src/channels/terminal/index.js";
import { render } from "../../src/channels/terminal/render.js";
import type { Message } from "../../src/conversation/message.js";

/** Types the lines into a terminal of a conversation that repeats what it hears. */
async function typed(
	lines: string,
	{ interactive = false, converse = repeat } = {},
) {
	const input = new PassThrough();
	const output = new PassThrough();
	input.end(lines);
	await talkInTerminal(converse, "terminal:lan", {
		input,
		output,
		interactive,
	});
	return String(output.read() ?? "");
}

const repeat = async ({ text }: Message) => [{ text: `Nghe: ${text}` }];

describe("the terminal", () => {
	it("takes each line of a script as a message, in order, blank ones left out", async () => {
		const heard: Message[] = [];
		const shown = await typed("một\n\n  hai  \nba", {
			converse: async (message) => {
				heard.push(message);
				return repeat(message);
			},
		});
		expect(heard).toEqual([
			{ conversation: "terminal:lan", text: "một" },
			{ conversation: "terminal:lan", text: "hai" },
			{ conversation: "terminal:lan", text: "ba" },
		]);
		expect(shown).toMatch(/Anh\/chị: một\s+Bàn: Nghe: một\s+Anh\/chị: hai/);
	});

	it("waits for an answer before it says the next line", async () => {
		let open = 0;
		await typed("một\nhai\nba\n", {
			async converse(message) {
				expect(open++).toBe(0);
				await new Promise((resolve) => setImmediate(resolve));
				open--;
				return repeat(message);
			},
		});
	});

	it("greets a person, and says goodbye at the end of the input", async () => {
		const shown = await typed("", { interactive: true });
		expect(shown).toContain("Ra: Ctrl+D");
		expect(shown.trimEnd()).toMatch(/Chào anh\/chị\.$/);
	});

	it("leaves politely on Ctrl+C", async () => {
		const shown = await typed("\u0003", { interactive: true });
		expect(shown.trimEnd()).toMatch(/Chào anh\/chị\.$/);
	});

	it("shows choices with the numbers they can be chosen by, the way out as 0", () => {
		expect(
			render({
				text: "Chọn ngày:",
				choices: [
					{ label: "thứ Bảy 28/11/2026", value: "step:a:1" },
					{ label: "thứ Bảy 05/12/2026", value: "step:a:2" },
					{ label: "Thôi", value: "step:a:0" },
				],
			}),
		).toBe(
			"Bàn: Chọn ngày:\n  1. thứ Bảy 28/11/2026\n  2. thứ Bảy 05/12/2026\n  0. Thôi",
		);
	});

	it("lets no text move the cursor or ring the bell", () => {
		expect(render({ text: "a\u001b[2Jb\u0007c" })).toBe("Bàn: a[2Jbc");
	});
});
