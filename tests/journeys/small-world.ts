import type {
	Aspect,
	Knowledge,
	Procedure,
} from "../../src/knowledge/schema.js";
import { fold } from "../../src/search/fold.js";
import type {
	Context,
	Intent,
	Understand,
	Understanding,
} from "../../src/search/understanding.js";

const procedure = (
	entry: Partial<Procedure> & Pick<Procedure, "id" | "title">,
): Procedure => ({
	code: entry.id,
	name: entry.title,
	summary: "Dành cho người muốn làm việc này.",
	asks: [entry.title],
	field: "Thành lập và hoạt động của doanh nghiệp",
	level: "tỉnh",
	scope: "department",
	submitTo: "Phòng Đăng ký kinh doanh – Sở Tài chính tỉnh",
	documents: ["Giấy đề nghị", "Điều lệ công ty"],
	forms: ["Mẫu số 2"],
	fee: {
		online: 100_000,
		paper: 125_000,
		note: "phí công bố 100.000đ nộp cùng hồ sơ",
		source: ["Thông tư 47/2019/TT-BTC"],
	},
	deadline: { workingDays: 3 },
	onlineLevel: "toàn trình",
	result: "Giấy chứng nhận đăng ký doanh nghiệp",
	notes: ["Hồ sơ chưa hợp lệ: sửa trong 60 ngày"],
	legalBasis: [
		"Nghị định 168/2025/NĐ-CP, Điều 24",
		"Thông tư 68/2025/TT-BTC",
		"Thông tư 121/2026/TT-BTC",
	],
	confidence: "verified",
	checkedOn: "2026-11-23",
	asOf: 2026,
	sources: ["Cổng Dịch vụ công quốc gia"],
	...entry,
});

export const ONE_OWNER = procedure({
	id: "2.001583",
	title: "Thành lập công ty TNHH một thành viên",
});
export const TWO_OWNERS = procedure({
	id: "2.001199",
	title: "Thành lập công ty TNHH hai thành viên trở lên",
});
export const PAUSE_COMPANY = procedure({
	id: "2.002029#tam-ngung",
	title: "Tạm ngừng công ty",
	fee: {
		online: 0,
		paper: 0,
		note: "Miễn phí",
		source: ["Cổng Dịch vụ công quốc gia"],
	},
	recheck: "NĐ 349/2026/NĐ-CP chưa có toàn văn",
});
export const PAUSE_HOUSEHOLD = procedure({
	id: "1.001570",
	title: "Tạm ngừng hộ kinh doanh",
	scope: "commune",
	submitTo: "Cơ quan đăng ký kinh doanh cấp xã nơi đặt trụ sở",
	fee: {
		online: null,
		paper: null,
		note: "Lệ phí do HĐND tỉnh quyết định, mức của Quảng Trị chưa tìm thấy",
		source: ["Thông tư 85/2019/TT-BTC"],
	},
	deadline: { note: "UBND tỉnh quy định" },
	forms: [],
	notes: [],
	confidence: "partly",
});
export const ZONE = procedure({
	id: "1.009770",
	title: "Gia hạn dự án trong khu kinh tế",
	scope: "economic-zone",
	submitTo: "Ban Quản lý Khu kinh tế tỉnh Quảng Trị",
	fee: null,
});
export const GONE = procedure({
	id: "3.000518",
	title: "Giảm tiền thuê đất năm 2025",
	scope: "expired",
	submitTo: "Cơ quan thuế",
});

/** A handful of entries in which every figure is visible to the tests. */
export const smallKnowledge = (): Knowledge => ({
	procedures: new Map(
		[ONE_OWNER, TWO_OWNERS, PAUSE_COMPANY, PAUSE_HOUSEHOLD, ZONE, GONE].map(
			(entry) => [entry.id, entry],
		),
	),
	legacy: new Map([
		[
			"2.002083",
			{
				code: "2.002083",
				name: "Tách công ty",
				replacedBy: "2.001199",
				note: "Nội dung nay nằm trong 2.001199",
			},
		],
		[
			"1.000001",
			{
				code: "1.000001",
				name: "Thủ tục cũ",
				replacedBy: null,
				note: "Đã bãi bỏ",
			},
		],
	]),
	faq: new Map([
		[
			"chuyen-khoan",
			{
				id: "chuyen-khoan",
				procedure: "2.001583",
				aspect: "fee",
				question: "Lệ phí nộp bằng chuyển khoản được không?",
				asks: ["nộp phí chuyển khoản"],
				answer: "Nộp qua mạng thì thanh toán trực tuyến được",
				source: ["Nghị định 168/2025/NĐ-CP, Điều 38"],
				confidence: "verified",
				checkedOn: "2026-11-23",
			},
		],
	]),
	synonyms: {
		abbreviations: {},
		meanings: {},
		kinds: { subjects: {}, deeds: [], narrowing: [], authorities: [] },
		fillers: [],
	},
	outOfScope: {
		topics: [
			{
				id: "karaoke",
				answer:
					"Giấy phép karaoke do ngành văn hóa cấp. Đăng ký công ty để mở quán thì em giúp được.",
				asks: ["giấy phép karaoke"],
				related: ["2.001583"],
			},
		],
	},
	intents: {
		book: ["đặt lịch"],
		cancel: ["hủy lịch"],
		reschedule: ["đổi lịch"],
		my_booking: ["lịch hẹn"],
		human: ["gặp người"],
		smalltalk: ["chào"],
	},
	aspects: {} as Knowledge["aspects"],
	office: {
		name: "Sở Tài chính tỉnh Quảng Trị",
		unit: "Phòng Đăng ký kinh doanh",
		address: null,
		phone: null,
		email: null,
		hours: null,
		submission: [],
		portals: [
			{ url: "https://dichvucong.gov.vn", purpose: "nộp hồ sơ trực tuyến" },
		],
		dataController: {
			name: "Chi đoàn cơ sở Sở Tài chính tỉnh Quảng Trị",
			contact: null,
		},
		source: ["Nghị định 168/2025/NĐ-CP"],
		checkedOn: "2026-11-23",
	},
	calendar: { days: [] },
	desks: [
		{
			id: "thu-bay",
			name: "Bàn tư vấn thứ Bảy",
			place: null,
			phone: null,
			sessions: [{ from: "07:30", to: "11:30" }],
			placesPerHalfHour: 2,
			weeksAhead: 4,
			closesMinutesBefore: 30,
			weekly: true,
			opened: [],
			closed: [],
		},
	],
	replaced: [],
});

const ASPECTS: [RegExp, Aspect][] = [
	[/giay to|ho so gi/, "documents"],
	[/phi\b|bao nhieu tien/, "fee"],
	[/bao lau|may ngay/, "deadline"],
	[/o dau|nop dau/, "place"],
	[/mau don/, "form"],
];
const INTENTS: [RegExp, Intent][] = [
	[/(dat|hen) lich|dat cho/, "book"],
	[/huy lich|huy hen|khong den duoc/, "cancel"],
	[/doi (lich|hen|sang|qua)|(chuyen|doi) .*(qua|sang)/, "reschedule"],
	[/lich hen/, "my_booking"],
	[/gap (nguoi|can bo|ai)/, "human"],
	[/^(xin )?chao|^cam on/, "smalltalk"],
	[/karaoke/, "out_of_scope"],
];
const PROCEDURES: [RegExp, string[]][] = [
	[/mot minh|1 thanh vien|mot thanh vien|1tv/, ["2.001583"]],
	[/hai thanh vien|2 thanh vien/, ["2.001199"]],
	[/tam ngung cong ty/, ["2.002029#tam-ngung"]],
	[/tam ngung ho/, ["1.001570"]],
	[/tam (ngung|nghi)/, ["2.002029#tam-ngung", "1.001570"]],
	[/mo (cty|cong ty)/, ["2.001583", "2.001199"]],
	[/khu kinh te/, ["1.009770"]],
	[/thue dat/, ["3.000518"]],
	[/chuyen khoan/, ["2.001583"]],
];

/** Understands just what the journeys say. */
export const smallUnderstand: Understand = (
	text: string,
	context: Context = {},
): Understanding => {
	const folded = fold(text);
	const find = <Value>(rows: [RegExp, Value][]) =>
		rows.find(([pattern]) => pattern.test(folded))?.[1];
	const aspect = find(ASPECTS) ?? null;
	const intent = find(INTENTS) ?? "ask";
	const found = find(PROCEDURES) ?? [];
	const carried =
		found.length === 0 && aspect !== null && context.procedure !== undefined;
	const codes = carried ? [context.procedure as string] : found;
	return {
		intent,
		decision:
			codes.length === 0
				? "unknown"
				: codes.length === 1
					? "answer"
					: "clarify",
		aspect,
		candidates: codes.map((code, index) => ({
			code,
			name: code,
			score: 0.9 - index / 10,
			...(/chuyen khoan/.test(folded) && { faq: "chuyen-khoan" }),
		})),
		carried,
		...(intent === "out_of_scope" && { topic: "karaoke" }),
		...(/ca tam ngung/.test(folded) && { also: "2.002029#tam-ngung" }),
	};
};

/** Texts are alike that share long words. */
export const smallFeatures = (text: string) =>
	[...new Set(fold(text).match(/\p{L}{3,}/gu))].map((key) => ({
		key,
		weight: 1,
	}));
