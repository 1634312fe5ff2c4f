import { ASPECT_LABEL } from "../../conversation/wording/answer.js";
import { FIELD_LABEL } from "../../knowledge/labels.js";
import {
	Aspect,
	type Confidence,
	type DayKind,
	type Knowledge,
	type Scope,
} from "../../knowledge/schema.js";
import type { EditableKind } from "./at.js";

export type Option = readonly [value: string, label: string];

/** One box of a form. Its name is where the value stands in the entry: `fee.online`. */
export interface Field {
	readonly name: string;
	readonly label: string;
	readonly as:
		| "line"
		| "text"
		/** One of them a line. */
		| "lines"
		| "day"
		/** One a line. */
		| "days"
		| "time"
		| "number"
		| "choice"
		/** A procedure of the catalogue. */
		| "procedure"
		/** A box to tick. */
		| "yes"
		/** Several of the same fields. */
		| "rows";
	readonly hint?: string;
	/** What an empty box stands for; a box without has to be filled. */
	readonly empty?: "absent" | "null";
	readonly options?: readonly Option[];
	/** Of one row. */
	readonly of?: readonly Field[];
	/** Given when the entry is added, and never again. */
	readonly once?: true;
}

const upper = (text: string) =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

const labelled = (name: string, extra?: string) => {
	const last = name.split(".").at(-1) ?? name;
	return upper(FIELD_LABEL[name] ?? FIELD_LABEL[last] ?? last) + (extra ?? "");
};

const box = (
	name: string,
	as: Field["as"],
	more: Partial<Field> = {},
): Field => ({ name, as, label: labelled(name), ...more });

const ONE_A_LINE = "Mỗi dòng một mục.";
const OPTIONAL = "Có thể để trống.";
const UNKNOWN = "Để trống khi chưa biết: bot nói là chưa có thông tin.";

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
	verified: "Đã kiểm, hai nguồn khớp nhau",
	partly: "Mới một nguồn, hoặc còn chỗ chưa rõ",
	unverified: "Chưa kiểm chứng",
};
const SCOPE: Readonly<Record<Scope, string>> = {
	department: "Sở Tài chính",
	commune: "Cấp xã",
	"economic-zone": "Ban Quản lý Khu kinh tế",
	ministry: "Bộ",
	other: "Cơ quan khác",
	expired: "Không còn nhận hồ sơ",
};
const DAY_KIND: Readonly<Record<DayKind, string>> = {
	statutory: "Ngày lễ: không bao giờ mở",
	break: "Trong đợt nghỉ dài: đóng, trừ khi mở riêng",
	makeup: "Làm bù thứ Bảy: đóng, trừ khi mở riêng",
	undecided: "Chờ quyết định: đóng, trừ khi mở riêng",
};
const STATUS = {
	official: "Cơ quan nhà nước đã công bố",
	computed: "Tính được, đã kiểm bằng hai cách",
	provisional: "Tạm, chưa thấy quyết định",
} as const;

const optionsOf = (labels: Readonly<Record<string, string>>) =>
	Object.entries(labels) as readonly Option[];

const CHECKED: readonly Field[] = [
	box("confidence", "choice", { options: optionsOf(CONFIDENCE) }),
	box("checkedOn", "day", { hint: "Ngày anh/chị so với nguồn." }),
	box("reviewBy", "day", {
		empty: "absent",
		hint: "Để trống: bot tự tính, ba hoặc sáu tháng sau ngày đối chiếu.",
	}),
];

const ASKS: Partial<Field> = {
	hint: "Mỗi dòng một cách người dân hay hỏi. Bot học tìm từ đây.",
};

/** What the form of each kind asks, in its order. What is not asked stays as it is. */
export const FIELDS: Readonly<Record<EditableKind, readonly Field[]>> = {
	faq: [
		box("question", "line"),
		box("asks", "lines", { ...ASKS, label: "Các cách hỏi" }),
		box("answer", "text"),
		box("procedure", "procedure"),
		box("aspect", "choice", {
			empty: "absent",
			options: Aspect.options.map((aspect) => [aspect, ASPECT_LABEL[aspect]]),
		}),
		box("source", "lines", {
			hint: `${ONE_A_LINE} Câu trả lời phải có nguồn.`,
		}),
		...CHECKED,
	],
	procedure: [
		box("title", "line"),
		box("summary", "text"),
		box("asks", "lines", { ...ASKS, label: "Các cách hỏi" }),
		box("documents", "lines", { empty: "absent", hint: ONE_A_LINE }),
		box("forms", "lines", { empty: "absent", hint: ONE_A_LINE }),
		box("fee.online", "number", {
			empty: "null",
			label: "Phí, lệ phí khi nộp qua mạng (đồng)",
			hint: "Ghi số: 100000. Không mất phí: 0. Nguồn không nêu: để trống.",
		}),
		box("fee.paper", "number", {
			empty: "null",
			label: "Phí, lệ phí khi nộp giấy (đồng)",
		}),
		box("fee.note", "text", { label: "Ghi chú về phí, lệ phí" }),
		box("fee.source", "lines", {
			label: "Nguồn của phí, lệ phí",
			hint: `${ONE_A_LINE} Có mức phí thì phải có nguồn.`,
		}),
		box("deadline.workingDays", "number", {
			empty: "absent",
			label: "Thời hạn, số ngày làm việc",
		}),
		box("deadline.days", "number", {
			empty: "absent",
			label: "Hoặc thời hạn, số ngày thường",
		}),
		box("deadline.note", "text", {
			empty: "absent",
			label: "Ghi chú về thời hạn",
		}),
		box("submitTo", "text"),
		box("scope", "choice", { options: optionsOf(SCOPE) }),
		box("onlineLevel", "line"),
		box("result", "text"),
		box("notes", "lines", { empty: "absent", hint: ONE_A_LINE }),
		box("legalBasis", "lines", { empty: "absent", hint: ONE_A_LINE }),
		box("recheck", "text", {
			empty: "absent",
			hint: "Văn bản mới còn phải so; bot nói điều này với người hỏi. Đã so xong thì để trống.",
		}),
		...CHECKED,
		box("publishDecision", "line", { empty: "absent", hint: OPTIONAL }),
		box("asOf", "number"),
		box("sources", "lines", { hint: ONE_A_LINE }),
	],
	meaning: [
		box("", "lines", {
			label: "Các cách nói của cùng một ý",
			hint: "Mỗi dòng một cách nói, ghi có dấu đầy đủ.",
		}),
	],
	abbreviation: [
		box("id", "line", {
			label: "Chữ viết tắt",
			hint: "Chữ thường, viết liền: tnhh.",
			once: true,
		}),
		box("", "line", { label: "Viết đầy đủ" }),
	],
	topic: [
		box("answer", "text", {
			hint: "Việc này không thuộc bàn; ai giải quyết thì ghi khi biết chắc.",
		}),
		box("asks", "lines", { ...ASKS, label: "Các cách hỏi" }),
		box("related", "lines", {
			empty: "absent",
			hint: "Mỗi dòng một mã thủ tục của bàn gần với việc này: 2.001583.",
		}),
	],
	office: [
		box("name", "line"),
		box("unit", "line"),
		...(["address", "phone", "email", "hours"] as const).map((name) =>
			box(name, "line", { empty: "null", hint: UNKNOWN }),
		),
		box("submission", "rows", {
			of: [
				box("what", "line", { label: "Hồ sơ gì" }),
				box("decidedBy", "text", { label: "Ai giải quyết" }),
				box("how", "text", { label: "Nộp thế nào" }),
				box("source", "text", { label: "Nguồn" }),
			],
		}),
		box("portals", "rows", {
			of: [
				box("url", "line", { label: "Địa chỉ trang" }),
				box("purpose", "text", { label: "Dùng để làm gì" }),
			],
		}),
		box("dataController.name", "line", {
			label: "Bên phụ trách dữ liệu cá nhân",
		}),
		box("dataController.contact", "line", {
			label: "Liên hệ bên phụ trách dữ liệu cá nhân",
			empty: "null",
			hint: UNKNOWN,
		}),
		box("source", "lines", { hint: ONE_A_LINE }),
		box("checkedOn", "day"),
	],
	day: [
		box("from", "day", { once: true }),
		box("to", "day", {
			empty: "absent",
			hint: "Để trống khi chỉ có một ngày.",
		}),
		box("kind", "choice", { options: optionsOf(DAY_KIND) }),
		box("name", "line", { label: "Tên ngày, đợt nghỉ" }),
		box("status", "choice", { options: optionsOf(STATUS) }),
		box("source", "line"),
	],
	desk: [
		box("name", "line"),
		box("place", "line", { empty: "null", hint: UNKNOWN }),
		box("phone", "line", { empty: "null", hint: UNKNOWN }),
		box("sessions", "rows", {
			of: [
				box("from", "time", { label: "Từ giờ" }),
				box("to", "time", { label: "Đến giờ" }),
			],
		}),
		box("placesPerHalfHour", "number"),
		box("weeksAhead", "number", { hint: "Người dân đặt trước được tối đa." }),
		box("closesMinutesBefore", "number"),
		box("weekly", "yes", {
			label: "Mở mọi thứ Bảy thường",
			hint: "Bỏ đánh dấu: chỉ mở những buổi quản trị viên mở.",
		}),
		box("opened", "days", {
			empty: "absent",
			hint: "Mỗi dòng một ngày mở thêm, như 28/11/2026.",
		}),
		box("closed", "days", {
			empty: "absent",
			hint: "Mỗi dòng một thứ Bảy nghỉ, như 28/11/2026.",
		}),
	],
};

/** Kinds of which entries are added and taken away here. */
export const ADDED: readonly EditableKind[] = [
	"faq",
	"day",
	"meaning",
	"abbreviation",
];
/** What a meaning tells the ranking may rest on its name: meanings stay. */
export const REMOVED: readonly EditableKind[] = ["faq", "day", "abbreviation"];

export interface Group {
	readonly name: string;
	readonly options: readonly Option[];
}

/** The procedures to choose from, by field. */
export function procedureGroups({
	procedures,
}: Pick<Knowledge, "procedures">): readonly Group[] {
	const groups = new Map<string, Option[]>();
	for (const { id, title, field } of procedures.values()) {
		const option: Option = [id, `${title} (${id})`];
		const group = groups.get(field);
		if (group) group.push(option);
		else groups.set(field, [option]);
	}
	const inVietnamese = new Intl.Collator("vi");
	return [...groups].map(([name, options]) => ({
		name,
		options: options.toSorted(([, a], [, b]) => inVietnamese.compare(a, b)),
	}));
}
