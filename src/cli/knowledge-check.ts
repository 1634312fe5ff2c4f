import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { KnowledgeError } from "../knowledge/fault.js";
import { gaps } from "../knowledge/gaps.js";
import { loadKnowledge } from "../knowledge/load.js";
import type { Knowledge } from "../knowledge/schema.js";
import { changedAnswers } from "../search/effect.js";
import { createSearch } from "../search/search.js";
import { readQuestions } from "./eval/question.js";
import { committedUnderstanding, showChange } from "./knowledge-effect.js";

const { values } = parseArgs({ options: { effect: { type: "boolean" } } });
const { knowledgeDir } = loadConfig();
try {
	const knowledge = await loadKnowledge(knowledgeDir);
	for (const gap of gaps(knowledge)) console.warn(`Lưu ý: ${gap}`);
	const { procedures, legacy, faq } = knowledge;
	console.log(
		`Thư mục ${knowledgeDir} dùng được: ${procedures.size} thủ tục và tình huống, ${legacy.size} mã cũ, ${faq.size} câu hỏi thường gặp.`,
	);
	if (values.effect) await showEffect(knowledge);
} catch (error) {
	if (!(error instanceof KnowledgeError)) throw error;
	console.error(error.message);
	console.error(
		`Thư mục ${knowledgeDir} có ${error.faults.length} lỗi; bot đang chạy vẫn dùng bản cũ.`,
	);
	process.exitCode = 1;
}

async function showEffect(knowledge: Knowledge): Promise<void> {
	const questions = [
		...(await readQuestions("tuning")),
		...(await readQuestions("validation")),
	];
	const changes = changedAnswers(
		questions,
		await committedUnderstanding(knowledgeDir),
		createSearch(knowledge).understand,
	);
	for (const change of changes) console.log(showChange(change));
	console.log(
		`Trong ${questions.length} câu mẫu có ${changes.length} câu đổi kết quả so với bản đã lưu.`,
	);
}
