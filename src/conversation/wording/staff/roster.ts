import type {
	ForwardOutcome,
	Paper,
	RecordOutcome,
	Roster,
	RosterLine,
	WalkInOutcome,
} from "../../../booking/saturday-desk.js";
import type { MemberId } from "../../../booking/session.js";
import type { Booking } from "../../../booking/store.js";
import type { Outcome, Visit } from "../../../booking/visit.js";
import type { Knowledge } from "../../../knowledge/schema.js";
import { timeAt } from "../../../time.js";
import { shortPaper, titleOf } from "../show.js";

/** Tư vấn · giải quyết hồ sơ cũ · nhận hồ sơ mới · chuyển nơi khác: as the programme counts them. */
export const OUTCOME_LABEL: Readonly<Record<Outcome, string>> = {
	advised: "Tư vấn",
	settled: "Giải quyết hồ sơ cũ",
	received: "Nhận hồ sơ mới",
	elsewhere: "Chuyển nơi khác",
};

/** What the visitor is called, and for whom they come. */
export function visitorName({ visitor, walkIn }: Booking): string {
	if (!visitor) return walkIn ? "khách không hẹn" : "(đã xóa tên)";
	return visitor.onBehalfOf
		? `${visitor.name} (đặt hộ ${visitor.onBehalfOf})`
		: visitor.name;
}

export const subjectOf = (knowledge: Knowledge, { procedure }: Booking) =>
	titleOf(knowledge, procedure) ?? "chưa nêu việc";

/** More are not read on a list. */
const NAMED = 2;

/** `đủ`, `thiếu 2: điều lệ, danh sách…` or `chưa báo`; undefined where there are no papers to bring. */
export function papersWord(papers: readonly Paper[]): string | undefined {
	if (papers.length === 0) return undefined;
	if (papers.every(({ ready }) => ready === undefined)) return "chưa báo";
	const missing = papers.filter(({ ready }) => !ready);
	if (missing.length === 0) return "đủ";
	const named = missing.slice(0, NAMED).map(({ name }) => shortPaper(name));
	const more = missing.length > NAMED ? "…" : "";
	return `thiếu ${missing.length}: ${named.join(", ")}${more}`;
}

/** What became of the visit so far. */
export function stateWord({ status, visit }: Booking): string {
	if (status === "cancelled") return "đã hủy";
	if (!visit) return "chưa đến";
	return STATE[visit.state](visit);
}

const STATE: {
	readonly [State in Visit["state"]]: (visit: Visit) => string;
} = {
	arrived: ({ at, arrivedAt = at }) => `đã đến ${timeAt(arrivedAt)}`,
	done: ({ outcome }) =>
		outcome
			? `xong: ${OUTCOME_LABEL[outcome].toLocaleLowerCase("vi")}`
			: "xong",
	"no-show": () => "không đến",
};

export const linesOf = ({ hours }: Roster): readonly RosterLine[] =>
	hours.flatMap(({ lines }) => lines);

/** Those who are still expected, are here, or were. */
export const standing = ({ booking }: RosterLine): boolean =>
	booking.status === "booked";

/** `11 người, 3 người của bạn` */
export function totalsLine(roster: Roster, reader: MemberId): string {
	const lines = linesOf(roster).filter(standing);
	const own = lines.filter(({ volunteer }) => volunteer === reader);
	return `${lines.length} người, ${own.length} người của bạn`;
}

/** `2 đã đến · 5 xong · 1 không đến`; undefined before anybody came. */
export function progressLine({ totals }: Roster): string | undefined {
	const parts = [
		totals.arrived > 0 && `${totals.arrived} đang ở bàn`,
		totals.done > 0 && `${totals.done} xong`,
		totals.noShow > 0 && `${totals.noShow} không đến`,
		totals.walkIns > 0 && `${totals.walkIns} khách không hẹn`,
		totals.waiting > 0 && `${totals.waiting} chờ chỗ`,
	].filter((part) => part !== false);
	return parts.length > 0 ? parts.join(" · ") : undefined;
}

/** What came of a tap, in words. */
export function recordedWords(outcome: RecordOutcome): string {
	switch (outcome.kind) {
		case "recorded":
			return `Đã ghi: ${visitorName(outcome.booking)} ${stateWord(outcome.booking)}.`;
		case "too-early":
			return "Còn sớm: chưa đến ngày hẹn nên chưa ghi được.";
		case "cancelled":
			return `Chưa ghi: lịch ${outcome.booking.code} đã hủy.`;
		case "already-done":
			return `Chưa ghi: ${visitorName(outcome.booking)} đã xong rồi. Muốn sửa thì hoàn tác trước.`;
		case "not-found":
			return NO_SUCH_VISITOR;
	}
}

export function forwardedWords(
	outcome: ForwardOutcome,
	to: string | undefined,
): string {
	switch (outcome.kind) {
		case "forwarded":
			return `Đã chuyển ${visitorName(outcome.booking)} cho ${to ?? "người khác"}.`;
		case "not-on-duty":
			return "Chưa chuyển: người nhận không có trong buổi này.";
		case "cancelled":
			return `Chưa chuyển: lịch ${outcome.booking.code} đã hủy.`;
		case "not-found":
			return NO_SUCH_VISITOR;
	}
}

export const walkInWords = (outcome: WalkInOutcome): string =>
	outcome.kind === "recorded"
		? `Đã ghi: ${visitorName(outcome.booking)} đã đến.`
		: "Chưa ghi: khách không hẹn chỉ ghi được trong ngày, khi bàn mở.";

export const NO_SUCH_VISITOR = "Không có người này trong danh sách.";
