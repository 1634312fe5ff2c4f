import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { loadKnowledge } from "../knowledge/load.js";
import { createSearch } from "../search/search.js";
import { readCommitted, worsened, writeCommitted } from "./eval/committed.js";
import {
	answerAll,
	byKind,
	bySpelling,
	figuresOf,
	missesIn,
} from "./eval/evaluation.js";
import { readQuestions } from "./eval/question.js";
import { figuresTable } from "./eval/report.js";

const { values } = parseArgs({
	options: {
		json: { type: "boolean" },
		misses: { type: "string" },
		commit: { type: "boolean" },
	},
});
const { knowledgeDir } = loadConfig();
const { understand } = createSearch(await loadKnowledge(knowledgeDir));
const answered = {
	tuning: answerAll(await readQuestions("tuning"), understand),
	validation: answerAll(await readQuestions("validation"), understand),
};
const parts = Object.entries(answered).map(([part, answers]) => ({
	part,
	kinds: byKind(answers),
	spellings: bySpelling(answers, understand),
	all: figuresOf(answers),
}));

if (values.json) {
	const figures = parts.map(({ part, kinds, spellings, all }) => [
		part,
		{
			all,
			kinds: Object.fromEntries(kinds),
			spellings: Object.fromEntries(spellings),
		},
	]);
	console.log(JSON.stringify(Object.fromEntries(figures), null, 1));
} else {
	for (const { part, kinds, spellings, all } of parts) {
		console.log(`${figuresTable(part, [kinds, spellings, [["all", all]]])}\n`);
	}
	// The validation part's misses stay unseen, so that nobody tunes to them.
	const misses = missesIn(answered.tuning, Number(values.misses ?? 0));
	for (const miss of misses) console.log(miss);
}

const validation = figuresOf(answered.validation);
if (values.commit) await writeCommitted(validation);
for (const loss of worsened(validation, await readCommitted())) {
	console.error(`validation fell behind: ${loss}`);
}
