import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { loadKnowledge } from "../knowledge/load.js";
import { createSearch } from "../search/search.js";
import { answerLine } from "./ask-lines.js";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { jsonl: { type: "boolean" } },
});
const { knowledgeDir } = loadConfig();
const { understand } = createSearch(await loadKnowledge(knowledgeDir));

if (values.jsonl) {
	for await (const line of createInterface({ input: process.stdin })) {
		process.stdout.write(`${answerLine(line, understand)}\n`);
	}
} else if (positionals.length > 0) {
	console.log(understand(positionals.join(" ")));
} else {
	console.error(
		'usage: npm run --silent ask -- "câu hỏi"   or   … -- --jsonl < questions.jsonl',
	);
	process.exitCode = 2;
}
