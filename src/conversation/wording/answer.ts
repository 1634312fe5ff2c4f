import { cautionOf } from "../../knowledge/review.js";
import type {
	Aspect,
	Confidence,
	Faq,
	Fee,
	Procedure,
	Replaced,
	Scope,
} from "../../knowledge/schema.js";
import { paragraphs } from "../turn.js";
import { bullets, ended, sentence, showMoney, showMonth } from "./show.js";

/** What the person can ask about a procedure, as a choice says it. */
export const ASPECT_LABEL: Record<Aspect, string> = {
	documents: "Giấy tờ",
	fee: "Lệ phí",
	deadline: "Bao lâu",
	place: "Nộp ở đâu",
	online: "Nộp qua mạng",
	form: "Mẫu đơn",
	result: "Kết quả",
	legal: "Căn cứ pháp lý",
	conditions: "Lưu ý",
	steps: "Các bước",
};

const ASPECT_HEADING: Record<Aspect, string> = {
	documents: "giấy tờ cần có",
	fee: "phí, lệ phí",
	deadline: "thời hạn giải quyết",
	place: "nơi nộp",
	online: "nộp qua mạng",
	form: "mẫu đơn",
	result: "kết quả nhận được",
	legal: "căn cứ pháp lý",
	conditions: "điều kiện, lưu ý",
	steps: "các bước",
};

/** Whether the entry holds something for the aspect. */
export const HAS: Record<Aspect, (procedure: Procedure) => boolean> = {
	documents: ({ documents }) => documents.length > 0,
	fee: ({ fee }) => fee !== null,
	deadline: ({ deadline }) => Object.keys(deadline).length > 0,
	place: () => true,
	online: () => true,
	form: ({ forms }) => forms.length > 0,
	result: () => true,
	legal: ({ legalBasis }) => legalBasis.length > 0,
	conditions: ({ notes }) => notes.length > 0,
	steps: ({ documents }) => documents.length > 0,
};

/** What the entry says, and nothing else: where it is silent, so it is told. */
const SAY: Record<Aspect, (procedure: Procedure) => string> = {
	documents: ({ documents }) =>
		documents.length > 0
			? bullets(documents)
			: "Nguồn em có không liệt kê giấy tờ cho việc này.",
	fee: ({ fee }) => sayFee(fee),
	deadline: ({ deadline }) => sayDeadline(deadline),
	place: ({ submitTo, onlineLevel }) =>
		`${sentence(submitTo)}\nQua mạng: ${ended(onlineLevel)}`,
	online: ({ onlineLevel, submitTo }) =>
		`Mức trực tuyến: ${ended(onlineLevel)}\nNơi nhận: ${ended(submitTo)}`,
	form: ({ forms }) =>
		forms.length > 0
			? bullets(forms)
			: "Nguồn em có không ghi mẫu riêng cho việc này.",
	result: ({ result }) => sentence(result),
	legal: ({ legalBasis }) =>
		legalBasis.length > 0
			? bullets(legalBasis)
			: "Nguồn em có không ghi căn cứ pháp lý cho việc này.",
	conditions: ({ notes }) =>
		notes.length > 0
			? bullets(notes)
			: "Nguồn em có không ghi điều kiện hay lưu ý riêng cho việc này.",
	steps: (procedure) =>
		bullets([
			`Chuẩn bị giấy tờ: ${procedure.documents.length} mục${procedure.forms.length > 0 ? `; mẫu đơn: ${procedure.forms.join(", ")}` : ""}`,
			`Nộp: ${procedure.submitTo}`,
			`Phí, lệ phí: ${feeInShort(procedure.fee)}`,
			`Chờ giải quyết: ${deadlineInShort(procedure.deadline)}`,
			`Nhận: ${procedure.result}`,
		]),
};

/**
 * One aspect of a procedure. A follow-up (`carried`) names the procedure after the answer, to keep the thread; whose
 * business it is has been said before (`again`). What rests on a `replaced` text is told with a caution.
 */
export function sayAspect(
	procedure: Procedure,
	aspect: Aspect,
	{
		carried = false,
		again = false,
		replaced = [],
	}: {
		readonly carried?: boolean;
		readonly again?: boolean;
		readonly replaced?: readonly Replaced[];
	} = {},
): string {
	const { title } = procedure;
	const body = SAY[aspect](procedure);
	return paragraphs(
		(!again || procedure.scope === "expired") && sayScope(procedure, aspect),
		carried
			? `${sentence(ASPECT_HEADING[aspect]).slice(0, -1)}:\n${body}\n(${title})`
			: `${title} — ${ASPECT_HEADING[aspect]}\n${body}`,
		sayGround(groundOf(procedure, aspect), procedure),
		sayCaution(procedure, aspect, replaced),
	);
}

/** A procedure as a whole, a line each. */
export const sayOverview = (
	procedure: Procedure,
	replaced: readonly Replaced[] = [],
): string =>
	paragraphs(
		sayScope(procedure, null),
		[
			procedure.title,
			sentence(procedure.summary),
			`Nơi nộp: ${ended(procedure.submitTo)}`,
			`Giấy tờ: ${procedure.documents.length} mục.`,
			`Phí, lệ phí: ${ended(feeInShort(procedure.fee))}`,
			`Thời hạn: ${ended(deadlineInShort(procedure.deadline))}`,
		].join("\n"),
		sayGround(procedure.legalBasis, procedure),
		sayCaution(procedure, null, replaced),
	);

export const sayFaq = (
	faq: Faq,
	about: string | undefined,
	replaced: readonly Replaced[] = [],
): string =>
	paragraphs(
		about ? `${sentence(faq.answer)}\n(${about})` : sentence(faq.answer),
		sayGround(faq.source, faq),
		sayReplaced(cautionOf(faq, replaced)) ?? CAUTION[faq.confidence],
	);

function sayFee(fee: Fee | null): string {
	if (fee === null) {
		return "Nguồn em có không ghi mức phí, lệ phí. Anh/chị hỏi nơi nộp trước khi đi giúp em.";
	}
	const note = `Ghi chú: ${ended(fee.note)}`;
	if (fee.online === null && fee.paper === null) {
		return `Chưa rõ mức phí, lệ phí.\n${note}`;
	}
	if (fee.online === fee.paper) {
		return `${sentence(amount(fee.paper))}\n${note}`;
	}
	return [
		`Nộp qua mạng: ${ended(amount(fee.online))}`,
		`Nộp bản giấy: ${ended(amount(fee.paper))}`,
		note,
	].join("\n");
}

const amount = (dong: number | null) =>
	dong === null
		? "chưa rõ mức"
		: dong === 0
			? "không mất phí, lệ phí"
			: showMoney(dong);

function feeInShort(fee: Fee | null): string {
	if (fee === null || (fee.online === null && fee.paper === null)) {
		return "chưa rõ mức";
	}
	if (fee.online === 0 && fee.paper === 0) {
		const plain = /^miễn phí\.?$/i.test(fee.note);
		return plain ? amount(0) : `${amount(0)} (${fee.note})`;
	}
	return fee.online === fee.paper
		? amount(fee.paper)
		: `qua mạng: ${amount(fee.online)}; bản giấy: ${amount(fee.paper)}`;
}

function sayDeadline(deadline: Procedure["deadline"]): string {
	const { note } = deadline;
	return note
		? `${sentence(deadlineInShort(deadline))}\nGhi chú: ${ended(note)}`
		: sentence(deadlineInShort(deadline));
}

const deadlineInShort = ({ workingDays, days }: Procedure["deadline"]) =>
	workingDays !== undefined
		? `${workingDays} ngày làm việc`
		: days !== undefined
			? `${days} ngày`
			: "nguồn không ghi số ngày";

const NOT_OURS: Record<Scope, ((submitTo: string) => string) | null> = {
	department: null,
	commune: () =>
		"Việc này do cấp xã giải quyết; bàn thứ Bảy tư vấn, giúp chuẩn bị giấy tờ.",
	"economic-zone": (to) =>
		`Việc này không nộp ở Sở Tài chính. Nơi nhận: ${ended(to)} Bàn này chỉ chỉ đường giúp.`,
	ministry: (to) =>
		`Việc này do bộ giải quyết. Nơi nhận: ${ended(to)} Bàn này chỉ chỉ đường giúp.`,
	other: (to) =>
		`Việc này thuộc cơ quan khác. Nơi nhận: ${ended(to)} Bàn này chỉ chỉ đường giúp.`,
	expired: () => "Thủ tục này không còn nhận hồ sơ nữa.",
};

/** Where else to go; the place itself is left to the answer where that is what was asked. */
function sayScope(
	{ scope, submitTo }: Procedure,
	aspect: Aspect | null,
): string | undefined {
	const told = NOT_OURS[scope]?.(submitTo);
	const placeFollows =
		aspect === null ||
		aspect === "place" ||
		aspect === "online" ||
		aspect === "steps";
	return placeFollows
		? told?.replace(` Nơi nhận: ${ended(submitTo)}`, "")
		: told;
}

/** What the aspect rests on; the legal basis itself needs no second mention. */
const groundOf = (
	{ fee, legalBasis }: Procedure,
	aspect: Aspect,
): readonly string[] => {
	if (aspect === "legal") return [];
	return aspect === "fee" ? (fee?.source ?? legalBasis) : legalBasis;
};

/** `Căn cứ: … Đối chiếu 11/2026.` with the first two sources at most. */
const sayGround = (
	sources: readonly string[],
	{ checkedOn }: Pick<Procedure, "checkedOn">,
): string => {
	const checked = `Đối chiếu ${showMonth(checkedOn)}.`;
	return sources.length > 0
		? `Căn cứ: ${ended(sources.slice(0, 2).join("; "))} ${checked}`
		: checked;
};

const CAUTION: Record<Confidence, string | undefined> = {
	verified: undefined,
	partly:
		"Thông tin này còn chỗ chưa kiểm đủ; anh/chị hỏi lại nơi nộp trước khi đi.",
	unverified:
		"Thông tin này chưa được kiểm chứng; anh/chị nhớ hỏi lại nơi nộp.",
};

/** One sentence at most: the weightiest reason to ask again. */
function sayCaution(
	procedure: Procedure,
	aspect: Aspect | null,
	replaced: readonly Replaced[],
): string | undefined {
	const { recheck, confidence, fee, deadline } = procedure;
	const outdated = sayReplaced(cautionOf(procedure, replaced));
	if (outdated) return outdated;
	if (recheck) return `Cần đối chiếu thêm: ${ended(recheck)}`;
	const unknown =
		(aspect === "fee" && (fee?.online ?? fee?.paper ?? null) === null) ||
		(aspect === "deadline" &&
			deadline.workingDays === undefined &&
			deadline.days === undefined);
	return unknown
		? "Con số này em chưa có nguồn chắc chắn; anh/chị hỏi lại nơi nộp trước khi đi."
		: CAUTION[confidence];
}

/** What the entry rests on is no longer in force, and nobody has compared it since. */
export const sayReplaced = (
	replaced: Replaced | undefined,
): string | undefined =>
	replaced &&
	`${replaced.text} đã được thay bằng ${replaced.replacedBy}, thông tin này chưa đối chiếu lại; anh/chị hỏi lại nơi nộp trước khi làm.`;
