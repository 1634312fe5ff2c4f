import { loadConfig } from "../config.js";
import { KnowledgeError } from "../knowledge/fault.js";
import { gaps } from "../knowledge/gaps.js";
import { loadKnowledge } from "../knowledge/load.js";

const { knowledgeDir } = loadConfig();
try {
	const knowledge = await loadKnowledge(knowledgeDir);
	for (const gap of gaps(knowledge)) console.warn(`Lưu ý: ${gap}`);
	const { procedures, legacy, faq } = knowledge;
	console.log(
		`Thư mục ${knowledgeDir} dùng được: ${procedures.size} thủ tục và tình huống, ${legacy.size} mã cũ, ${faq.size} câu hỏi thường gặp.`,
	);
} catch (error) {
	if (!(error instanceof KnowledgeError)) throw error;
	console.error(error.message);
	console.error(
		`Thư mục ${knowledgeDir} có ${error.faults.length} lỗi; bot vẫn dùng bản cũ đang chạy.`,
	);
	process.exitCode = 1;
}
