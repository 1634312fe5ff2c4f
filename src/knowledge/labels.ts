import type { ContentOf, EntryKind } from "./entry.js";

/** What a kind of entry is called. */
export const KIND_LABEL: Readonly<Record<EntryKind, string>> = {
	faq: "câu hỏi thường gặp",
	procedure: "thủ tục",
	abbreviation: "chữ viết tắt",
	meaning: "cách nói",
	topic: "việc ngoài phạm vi",
	office: "thông tin cơ quan",
	day: "ngày trong lịch",
	desk: "bàn",
	replaced: "văn bản đã bị thay thế",
};

/** What a field of an entry is called; the field's own name where this list has none. */
export const FIELD_LABEL: Readonly<Record<string, string>> = {
	title: "tên gọi",
	name: "tên",
	summary: "tóm tắt",
	question: "câu hỏi",
	asks: "cách hỏi",
	answer: "câu trả lời",
	source: "nguồn",
	sources: "nguồn",
	procedure: "thủ tục",
	aspect: "phần được hỏi",
	confidence: "độ tin cậy",
	checkedOn: "ngày đối chiếu",
	reviewBy: "hạn đối chiếu lại",
	recheck: "điều cần đối chiếu thêm",
	field: "lĩnh vực",
	level: "cấp giải quyết",
	scope: "nơi giải quyết",
	submitTo: "nơi nộp",
	documents: "giấy tờ",
	forms: "mẫu đơn",
	fee: "phí, lệ phí",
	deadline: "thời hạn",
	onlineLevel: "mức trực tuyến",
	result: "kết quả",
	notes: "lưu ý",
	legalBasis: "căn cứ pháp lý",
	publishDecision: "quyết định công bố",
	asOf: "năm của số liệu",
	related: "thủ tục gần",
	address: "địa chỉ",
	phone: "điện thoại",
	email: "thư điện tử",
	hours: "giờ làm việc",
	unit: "đơn vị",
	submission: "nơi nộp hồ sơ",
	portals: "cổng",
	dataController: "người phụ trách dữ liệu cá nhân",
	place: "địa điểm",
	sessions: "giờ của buổi",
	placesPerHalfHour: "chỗ mỗi nửa giờ",
	weeksAhead: "số tuần đặt trước",
	closesMinutesBefore: "phút khóa trước giờ",
	opened: "ngày mở thêm",
	closed: "ngày đóng",
	from: "từ ngày",
	to: "đến ngày",
	kind: "loại",
	status: "tình trạng",
	replacedBy: "văn bản thay thế",
	markedOn: "ngày ghi nhận",
	note: "ghi chú",
};

/** What people call an entry. */
export function titleOf<Kind extends EntryKind>(
	kind: Kind,
	id: string,
	content: ContentOf[Kind],
): string {
	const { question, title, name, text, from, asks } = (
		typeof content === "object" ? content : {}
	) as Readonly<Record<string, unknown>>;
	switch (kind) {
		case "abbreviation":
			return `${id}: ${content}`;
		case "meaning":
			return (content as readonly string[])[0] ?? id;
		case "topic":
			return Array.isArray(asks) ? String(asks[0]) : id;
		case "day":
			return `${name} (${from})`;
		default:
			return String(question ?? title ?? name ?? text ?? id);
	}
}

/** `Sửa thủ tục "Thành lập …": giấy tờ, lưu ý`. */
export function summaryOf<Kind extends EntryKind>(
	kind: Kind,
	id: string,
	before: ContentOf[Kind] | undefined,
	after: ContentOf[Kind] | null,
): string {
	const content = after ?? before;
	const title = content === undefined ? id : titleOf(kind, id, content);
	const what = `${KIND_LABEL[kind]} “${title}”`;
	if (before === undefined) return `Thêm ${what}`;
	if (after === null) return `Bỏ ${what}`;
	const fields = changedFields(before, after).map(
		(field) => FIELD_LABEL[field] ?? field,
	);
	return fields.length > 0
		? `Sửa ${what}: ${fields.join(", ")}`
		: `Sửa ${what}`;
}

function changedFields(before: unknown, after: unknown): readonly string[] {
	if (Array.isArray(before) || typeof before !== "object") return [];
	const [old, fresh] = [before, after] as Record<string, unknown>[];
	return [
		...new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})]),
	].filter(
		(field) => JSON.stringify(old?.[field]) !== JSON.stringify(fresh?.[field]),
	);
}
