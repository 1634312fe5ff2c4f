import type {
	RosterLine,
	SessionView,
} from "../../../booking/saturday-desk.js";
import type { Booking } from "../../../booking/store.js";
import type { Knowledge } from "../../../knowledge/schema.js";
import type { Member, MemberId } from "../../../people/roles.js";
import { paragraphs } from "../../turn.js";
import { bullets, showDay } from "../show.js";
import { papersWord, stateWord, subjectOf, visitorName } from "./roster.js";

export const noSession =
	"Chưa có buổi nào để xem: không có thứ Bảy nào mở sắp tới, và 30 ngày qua không có ai đến.";
export const nobodyBooked = "Chưa có ai đặt lịch buổi này.";

/** `thứ Bảy 28/11/2026, Bàn A — 11 người, 3 người của bạn` */
export const rosterHead = (
	{ desk, day }: Pick<SessionView, "desk" | "day">,
	totals: string,
	several: boolean,
) => `${showDay(day)}${several ? `, ${desk.name}` : ""} — ${totals}`;

export const shownOf = (from: number, to: number, all: number) =>
	`(người ${from + 1}–${to} trong ${all})`;

/** `08:00 chị Hoa — thành lập công ty — giấy tờ thiếu 1: điều lệ — đã đến 08:02` */
export function lineWords(
	{ booking, papers, volunteer }: RosterLine,
	reader: MemberId,
	knowledge: Knowledge,
): string {
	const paper = papersWord(papers);
	return [
		`${booking.time} ${visitorName(booking)}${volunteer === reader ? " (của bạn)" : ""}`,
		subjectOf(knowledge, booking),
		paper && (paper === "chưa báo" ? "giấy tờ chưa báo" : `giấy tờ ${paper}`),
		booking.visit && stateWord(booking),
	]
		.filter(Boolean)
		.join(" — ");
}

export interface VisitorDetails {
	readonly knowledge: Knowledge;
	readonly phone: string | undefined;
	readonly by: string;
}

/** One visitor, with everything that this reader may see. */
export const visitorWords = (
	{ booking, papers }: RosterLine,
	{ knowledge, phone, by }: VisitorDetails,
): string => {
	const missing = papers.filter(({ ready }) => ready === false);
	return paragraphs(
		[
			`${booking.time} ${visitorName(booking)} — ${stateWord(booking)}`,
			`Việc: ${subjectOf(knowledge, booking)}`,
			booking.question && `Muốn hỏi: “${booking.question}”`,
			papers.length > 0 && `Giấy tờ: ${papersWord(papers)}`,
			`Người tiếp: ${by}`,
			phone && `Điện thoại: ${phone}`,
			booking.visit?.note && `Ghi chú: ${booking.visit.note}`,
		]
			.filter(Boolean)
			.join("\n"),
		missing.length > 0 &&
			`Còn thiếu:\n${bullets(missing.map(({ name }) => name))}`,
	);
};

export const memberName = (
	members: readonly Member[],
	id: MemberId | undefined,
	reader: MemberId,
): string =>
	id === undefined
		? "chưa có ai"
		: id === reader
			? "bạn"
			: (members.find((one) => one.id === id)?.name ?? "người đã rời bàn");

const upper = (text: string) =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** As a choice calls them; with the hour where another is called the same. */
export const calledIn = (
	{ code, time, visitor, walkIn }: Booking,
	others: readonly Booking[],
): string => {
	const name = visitor?.name ?? (walkIn ? "khách không hẹn" : "khách");
	const same = others.some(
		(one) => one.code !== code && one.visitor?.name === visitor?.name,
	);
	return upper(same ? `${name} (${time})` : name);
};

export const hasCome = (name: string) => `${name} đã đến`;
export const isDone = (name: string) => `${name} xong`;
export const LABEL = {
	arrived: "Đã đến",
	done: "Xong",
	"no-show": "Không đến",
	undo: "Hoàn tác",
	forward: "Chuyển cho người khác",
	list: "Danh sách",
	more: "Xem tiếp",
	before: "Xem phần trước",
	others: "Người khác, việc khác",
	walkIn: "Khách không hẹn",
	sessions: "Buổi khác",
	print: "In danh sách",
	skip: "Bỏ qua",
	noName: "Không ghi tên",
	noTopic: "Không nêu việc",
	stop: "Thôi",
} as const;

export const whichPerson = "Người nào ạ?";
export const whichSession = "Buổi nào ạ?";
export const sessionLabel = (
	{ desk, day, booked }: SessionView,
	several: boolean,
) => `${showDay(day)}${several ? `, ${desk.name}` : ""} — ${booked} người`;

export const whatOutcome = (name: string) => `${upper(name)} xong việc gì ạ?`;
export const askNote =
	"Ghi chú ngắn, nếu cần: nhắn một câu, không ghi số giấy tờ hay số điện thoại.";
export const noteKept = "Đã ghi chú.";
export const noNote = "Dạ, không ghi chú.";
export const noWalkIn = "Dạ, chưa ghi khách nào.";
export const toWhom = (name: string) => `Chuyển ${name} cho ai ạ?`;
export const nobodyElse =
	"Buổi này không có tình nguyện viên nào khác để chuyển.";

export const askWalkInName =
	"Khách tên gọi là gì ạ? Chỉ ghi khi khách đồng ý, bằng chữ.";
export const askWalkInTopic = "Khách hỏi việc gì ạ? Nhắn vài chữ.";
export const whichTopic = "Việc nào trong các việc này ạ?";
export const topicNotFound = "Em chưa tìm được việc đó.";

export const sheetAt = (address: string) =>
	`Danh sách để in, một trang A4 (cần đăng nhập; chưa vào được thì nhắn /dangnhap):\n${address}`;
export const noPages =
	"Em chưa biết địa chỉ trang bàn trực. Anh/chị mở trang bàn trực trên máy của bàn rồi chọn “In danh sách”.";
