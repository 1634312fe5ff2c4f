import type { Slot } from "../../booking/store.js";
import type { LegacyCode, Procedure, Scope } from "../../knowledge/schema.js";
import { bullets, sentence, showSlot } from "./show.js";

const DECIDED_BY: Record<Scope, string> = {
	department: "Sở Tài chính",
	commune: "cấp xã",
	"economic-zone": "Ban Quản lý Khu kinh tế",
	ministry: "bộ",
	other: "cơ quan khác",
	expired: "không còn nhận hồ sơ",
};

/** Asks which is meant, by what tells the candidates apart: where they go, or which case it is. */
export function askWhich(candidates: readonly Procedure[]): string {
	const scopes = new Set(candidates.map(({ scope }) => scope));
	if (scopes.size > 1) {
		return `Anh/chị muốn hỏi việc nào? Nơi giải quyết khác nhau:\n${bullets(
			candidates.map(({ title, scope }) => `${title}: ${DECIDED_BY[scope]}`),
		)}`;
	}
	const families = new Set(candidates.map(({ id, caseOf }) => caseOf ?? id));
	return families.size === 1
		? "Việc này có nhiều trường hợp. Anh/chị thuộc trường hợp nào?"
		: "Em chưa chắc anh/chị hỏi việc nào. Anh/chị chọn giúp em:";
}

export const alsoNeeded = "Việc này còn liên quan đến một thủ tục nữa:";

export const notKnown = (next: Pick<Slot, "day" | "time"> | undefined) =>
	`Câu này em chưa trả lời được. Anh/chị nói thêm giúp: công ty, hộ kinh doanh hay hợp tác xã; muốn mở mới, thay đổi, tạm ngừng hay giải thể?${
		next ? ` Hoặc gặp tình nguyện viên, còn chỗ ${showSlot(next)}.` : ""
	}`;

export const notOurs =
	"Việc này không thuộc bàn này. Em trả lời về thủ tục doanh nghiệp, hộ kinh doanh, hợp tác xã và đầu tư.";

export const notKnownHere =
	"Câu này em chưa trả lời được; anh/chị hỏi người hỗ trợ giúp em.";

export const replacedCode = ({ code, name, note }: LegacyCode) =>
	`Mã ${code} (${name}) không còn dùng. ${sentence(note)}`;

export const unusedCode = ({ code, name, note }: LegacyCode) =>
	`Mã ${code} (${name}) không còn dùng và em chưa thấy mã thay thế. ${sentence(note)}`;

export const entryGone =
	"Thủ tục này không còn trong danh mục. Anh/chị hỏi lại bằng lời giúp em.";

export const nothingTold =
	"Em chưa trả lời câu nào trước đó. Anh/chị muốn hỏi việc gì ạ?";

export const privateNumbersNotNeeded =
	"Anh/chị không cần gửi số căn cước, số điện thoại, số thẻ hay thư điện tử khi hỏi; em đã bỏ qua phần đó.";

export const helloBack = "Chào anh/chị. Anh/chị cần hỏi thủ tục nào ạ?";
export const youAreWelcome = "Dạ không có gì. Cần gì anh/chị cứ nhắn em.";
export const smallTalk =
	"Em là tin nhắn tự động, chỉ giỏi việc thủ tục thôi ạ. Anh/chị cần hỏi việc gì?";
