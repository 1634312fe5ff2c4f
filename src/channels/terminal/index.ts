import { createInterface } from "node:readline";
import type { Message } from "../../conversation/message.js";
import type { Reply } from "../../conversation/reply.js";
import { render } from "./render.js";

export interface Terminal {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream;
	/** A person sits there: prompts are shown, and typed lines need not be repeated. */
	readonly interactive: boolean;
}

const PROMPT = "\nAnh/chị: ";

/**
 * The conversation in the terminal, until the input ends or Ctrl+C. Lines of a script are answered one by one, in
 * order, and shown before their answers.
 */
export async function talkInTerminal(
	converse: (message: Message) => Promise<readonly Reply[]>,
	conversation: string,
	{ input, output, interactive }: Terminal,
): Promise<void> {
	const lines = createInterface({
		input,
		...(interactive && { output, prompt: PROMPT }),
		terminal: interactive,
	});
	lines.on("SIGINT", () => lines.close());
	const show = (text: string) => output.write(`${text}\n`);
	if (interactive) {
		show("Bàn Thứ Bảy. Gõ câu hỏi, hoặc số của lựa chọn. Ra: Ctrl+D.");
		lines.prompt();
	}
	for await (const line of lines) {
		const text = line.trim();
		if (text) {
			if (!interactive) show(`\nAnh/chị: ${text}`);
			for (const reply of await converse({ conversation, text })) {
				show(`\n${render(reply)}`);
			}
		}
		if (interactive) lines.prompt();
	}
	if (interactive) show("\nChào anh/chị.");
}
