import { loadConfig } from "../config.js";
import { measureAlone } from "./bench/alone.js";
import { readQuestions } from "./eval/question.js";

const [size, rounds] = process.argv.slice(2).map(Number);
const figures = await measureAlone(
	loadConfig().knowledgeDir,
	size ?? 0,
	async () => (await readQuestions("validation")).map(({ text }) => text),
	rounds ?? 1,
);
console.log(JSON.stringify(figures));
