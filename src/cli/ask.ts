import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { render } from "../channels/terminal/render.js";
import { loadConfig } from "../config.js";
import { loadKnowledge } from "../knowledge/load.js";
import { createSearch } from "../search/search.js";
import { openMemory } from "../store/memory/index.js";
import { createTalk } from "../talk.js";
import { answerLine } from "./ask-lines.js";

const USAGE = `npm run --silent ask -- "câu hỏi"
npm run --silent ask -- --explain "câu hỏi"
npm run --silent ask -- --jsonl < questions.jsonl`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { jsonl: { type: "boolean" }, explain: { type: "boolean" } },
});
const knowledge = await loadKnowledge(loadConfig().knowledgeDir);
const search = createSearch(knowledge);

if (values.jsonl) {
	for await (const line of createInterface({ input: process.stdin })) {
		process.stdout.write(`${answerLine(line, search.understand)}\n`);
	}
} else if (values.explain && positionals.length > 0) {
	console.log(search.explain(positionals.join(" ")));
} else if (positionals.length > 0) {
	const clock = () => new Date();
	const knowing = { knowledge, search };
	const { converse } = createTalk(openMemory(clock), () => knowing, clock);
	const conversation = "terminal:ask";
	await converse({ conversation, text: "/start" }); // who is speaking is not asked here
	for (const reply of await converse({
		conversation,
		text: positionals.join(" "),
	})) {
		console.log(render(reply));
	}
} else {
	console.error(USAGE);
	process.exitCode = 2;
}
