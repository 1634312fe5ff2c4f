import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { loadKnowledge } from "../knowledge/load.js";
import { measureInOwnProcess } from "./bench/alone.js";
import { type Catalogue, catalogueOf } from "./bench/catalogue.js";
import { channelFigures } from "./bench/channels/report.js";
import { CONTESTANTS } from "./bench/contestants/all.js";
import type { Contestant } from "./bench/contestants/contestant.js";
import { miniSearch } from "./bench/contestants/minisearch.js";
import { project } from "./bench/contestants/project.js";
import { grow } from "./bench/grow.js";
import { qualityOn } from "./bench/quality.js";
import { prepare, type Ready, race, ratio, spread } from "./bench/race.js";
import { aloneTable, raceTable, shortly } from "./bench/report.js";
import { readQuestions } from "./eval/question.js";

/** How much is asked: enough for steady medians, or just enough to see that everything runs. */
const FULL = { rounds: 5, slow: 36, large: { count: 60, rounds: 2, slow: 2 } };
const QUICK = { rounds: 2, slow: 5, large: { count: 20, rounds: 1, slow: 0 } };

const { values } = parseArgs({
	options: {
		/** Leaves out what takes minutes: nlp.js, and fuse.js in the large catalogue. */
		quick: { type: "boolean" },
		/** Only how fast messages over a channel are answered. */
		channels: { type: "boolean" },
	},
});
const extent = values.quick ? QUICK : FULL;
const { knowledgeDir } = loadConfig();
const knowledge = await loadKnowledge(knowledgeDir);
const sizes = { small: knowledge.procedures.size, large: 6_000 };
const asks = (await readQuestions("validation")).filter(
	({ intent, previous }) => intent === "ask" && previous === undefined,
);
const questions = asks.map(({ text }) => text);
const names = [project.name, miniSearch.name] as const;

if (!values.channels) await benchSearch();
console.error("the bots answer …");
console.log(await channelFigures(knowledgeDir, questions));

async function benchSearch(): Promise<void> {
	const script = fileURLToPath(new URL("bench-alone.js", import.meta.url));
	const alone = [
		await measureInOwnProcess(script, sizes.small, extent.rounds),
		await measureInOwnProcess(script, sizes.large, 1),
	];

	const small = await field(
		catalogueOf(knowledge),
		(contestant) => !values.quick || !contestant.smallOnly,
	);
	const runs = await race(small, {
		questions,
		rounds: extent.rounds,
		questionsForSlow: extent.slow,
	});
	print(
		`${sizes.small} procedures and ${knowledge.faq.size} FAQ answers, the validation part's questions, ${extent.rounds} rounds`,
		raceTable(small, runs, names, qualityOn(asks)),
	);

	const grown = grow(knowledge, sizes.large);
	const large = await field(
		catalogueOf(grown),
		(contestant) =>
			!contestant.smallOnly && (!contestant.slow || extent.large.slow > 0),
	);
	const largeRuns = await race(large, {
		questions: spread(questions, extent.large.count),
		rounds: extent.large.rounds,
		questionsForSlow: extent.large.slow,
	});
	print(
		`${grown.procedures.size} procedures made from them and the same FAQ, ${extent.large.rounds} rounds`,
		raceTable(large, largeRuns, names),
	);

	print("The project by itself", aloneTable(alone));
	for (const name of names) {
		const [before, after] = [runs.get(name), largeRuns.get(name)];
		if (!before || !after) continue;
		console.log(
			`${name}: a question takes ${shortly(ratio(after, before))}× as long in ${sizes.large} procedures as in ${sizes.small}`,
		);
	}
}

async function field(
	catalogue: Catalogue,
	takesPart: (contestant: Contestant) => boolean,
): Promise<readonly Ready[]> {
	const ready: Ready[] = [];
	for (const contestant of CONTESTANTS.filter(takesPart)) {
		console.error(`${contestant.name} learns the catalogue …`);
		ready.push(await prepare(contestant, catalogue));
	}
	return ready;
}

function print(heading: string, figures: string): void {
	console.log(`${heading}\n\n${figures}\n`);
}
