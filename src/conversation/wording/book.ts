import type { HourOffer, SessionOffer } from "../../booking/booking.js";
import type { Booking, Slot } from "../../booking/store.js";
import type { Knowledge, Office } from "../../knowledge/schema.js";
import type { LocalDate, LocalTime } from "../../time.js";
import { paragraphs } from "../turn.js";
import { askAlong, countReady, sentAlong } from "./ready.js";
import {
	bullets,
	deskOf,
	procedureOf,
	showDay,
	showList,
	showPlace,
	showSlot,
	titleOf,
} from "./show.js";

export const chooseDay = (full: readonly LocalDate[]) =>
	paragraphs(
		full.length > 0 && `Đã hết chỗ: ${showList(full.map(showDay))}.`,
		"Anh/chị chọn ngày nào ạ?",
	);

export const dayLabel = (day: LocalDate, free: number) =>
	`${showDay(day)} — còn ${free} chỗ`;

export const noSaturdays =
	"Hiện chưa có thứ Bảy nào mở để đặt lịch. Anh/chị xem lại sau giúp em.";
export const allFull =
	"Các buổi đang mở đều đã hết chỗ. Có người hủy là có chỗ: anh/chị ghi tên vào danh sách chờ được.";

export const notOpen = (day: LocalDate) =>
	`Bàn không mở ${showDay(day)}, hoặc chưa nhận đặt ngày đó.`;
export const dayFull = (day: LocalDate) => `${showDay(day)} đã hết chỗ.`;

export const chooseDesk = (day: LocalDate) =>
	`${showDay(day)} có nhiều bàn. Anh/chị đến bàn nào ạ?`;
export const deskLabel = ({ desk, free }: SessionOffer) =>
	`${desk.place ? `${desk.name}, ${desk.place}` : desk.name} — còn ${free} chỗ`;

export const chooseHour = (day: LocalDate, hours: readonly HourOffer[]) => {
	const full = hours.filter(({ free }) => free === 0).map(({ time }) => time);
	return `${showDay(day)}, anh/chị đến giờ nào ạ?${
		full.length > 0 ? ` Đã hết: ${full.join(", ")}.` : ""
	}`;
};

export const hourFull = (slot: Slot, near: readonly HourOffer[]) =>
	near.length > 0
		? `${showSlot(slot)} đã hết chỗ; gần nhất còn ${showList(near.map(({ time }) => time))}.`
		: `${showSlot(slot)} đã hết chỗ, cả buổi cũng không còn.`;
export const hourGone = (slot: Slot) =>
	`${showSlot(slot)} đã qua giờ nhận đặt.`;
export const hourNotOpen = (slot: Slot) =>
	`Bàn không mở lúc ${showSlot(slot)}.`;

export const held = (time: LocalTime, minutes: number) =>
	`Em giữ chỗ ${time} cho anh/chị trong ${minutes} phút.`;
export const stillHeld = (time: LocalTime, minutes: number) =>
	`Chỗ ${time} còn giữ ${minutes} phút.`;

/** Goes up with every change of what the consent says. */
const CONSENT_TEXT = "booking-1";

/** Who answers for the data is part of what was agreed to. */
export const consentVersion = ({ dataController }: Office) =>
	`${CONSENT_TEXT} · ${dataController.name}`;

export const askConsent = ({ dataController: { name, contact } }: Office) =>
	`Để đặt lịch, bàn cần lưu tên gọi của anh/chị (và số điện thoại, nếu anh/chị muốn cho), cùng giờ hẹn, việc cần hỏi và mã cuộc trò chuyện này. Chỉ dùng để đón tiếp buổi hẹn.
Bên chịu trách nhiệm về dữ liệu: ${name}${contact ? `, ${contact}` : ""}.
Giữ đến hết 30 ngày sau buổi hẹn rồi xóa. Anh/chị xem, sửa, xóa lúc nào cũng được: nhắn “dữ liệu của tôi”.
Anh/chị đồng ý không ạ?`;
export const AGREE = "Đồng ý";
export const REFUSE = "Không đồng ý";
export const consentUnclear =
	"Anh/chị chọn giúp em “Đồng ý” hoặc “Không đồng ý”.";
export const consentInForce =
	"Anh/chị đã đồng ý cho lưu tên gọi để đặt lịch; muốn xem hay xóa thì nhắn “dữ liệu của tôi”.";
export const consentRefused =
	"Dạ, em không lưu gì và đã trả lại chỗ. Không có tên gọi thì em chưa đặt lịch được; anh/chị vẫn hỏi thủ tục bình thường.";

export const askName = (behalf: string | undefined) =>
	behalf
		? `Đặt hộ ${behalf}. Còn anh/chị, tình nguyện viên gọi là gì ạ?`
		: "Tình nguyện viên gọi anh/chị là gì ạ? Ví dụ: chị Hoa, bác Tư.";
export const FOR_SOMEBODY = "Đặt hộ người khác";
export const askBehalf =
	"Người sẽ đến xưng hô thế nào ạ? Ví dụ: mẹ, bác Tư. Bàn chỉ nhận lịch đứng tên người lớn; anh/chị nhớ hỏi ý người đó trước.";
export const isThisTheName = (name: string, of: "name" | "behalf") =>
	of === "name"
		? `Anh/chị muốn được gọi là “${name}” phải không?`
		: `Người sẽ đến gọi là “${name}” phải không?`;
export const YES = "Đúng";
export const TYPE_AGAIN = "Nhập lại";
export const noName =
	"Em chỉ cần một tên gọi bằng chữ, không cần giấy tờ hay số nào.";

export const askPhone =
	"Anh/chị có muốn để lại số điện thoại không? Không bắt buộc; chỉ dùng khi buổi hẹn có thay đổi.";
export const NO_PHONE = "Không cần";
export const notAPhone =
	"Số này chưa đúng dạng số điện thoại Việt Nam (ví dụ 0912 345 678).";
export const cardNotPhone =
	"Dãy này giống số căn cước hoặc số thẻ, em không nhận và không lưu. Em chỉ nhận số điện thoại.";

export const cardNotNeeded =
	"Em không nhận và không lưu số căn cước hay số thẻ; em chỉ ghi tên gọi.";

interface Details {
	readonly name: string;
	readonly onBehalfOf?: string;
	readonly phone: string | null;
	readonly procedure?: string;
}
export type Draft = Slot & Details;

export const draftDetails = (
	{ name, onBehalfOf, phone, procedure }: Details,
	knowledge: Knowledge,
) => [
	`Tên gọi: ${name}${onBehalfOf ? ` (đặt hộ ${onBehalfOf})` : ""}`,
	`Điện thoại: ${phone ?? "không để lại"}`,
	`Việc: ${titleOf(knowledge, procedure) ?? "chưa nêu"}`,
];

export const confirmDraft = (
	draft: Draft,
	knowledge: Knowledge,
	mayAskAlong: boolean,
) =>
	`Anh/chị xem lại giúp em:\n${bullets([
		showSlot(draft),
		`Nơi gặp: ${showPlace(deskOf(knowledge, draft))}`,
		...draftDetails(draft, knowledge),
	])}\n${mayAskAlong ? `${askAlong}\n` : ""}Đúng chưa ạ?`;
export const CONFIRM = "Xác nhận";
export const EDIT = "Sửa";
export const STOP = "Thôi";
export const chooseEdit = "Anh/chị muốn sửa gì ạ?";
export const EDIT_LABEL = {
	slot: "Ngày, giờ",
	name: "Tên gọi",
	phone: "Số điện thoại",
	topic: "Việc cần hỏi",
} as const;
export const askTopic = "Anh/chị cần hỏi việc gì ạ? Nhắn vài chữ giúp em.";
export const chooseTopic = "Anh/chị hỏi việc nào trong các việc này ạ?";
export const NO_TOPIC = "Không nêu việc";
export const topicNotFound =
	"Em chưa tìm được việc đó, anh/chị nói cách khác giúp em.";

/** A booking as the person should remember it. */
export const bookingText = (booking: Booking, knowledge: Knowledge) => {
	const desk = deskOf(knowledge, booking);
	return [
		`Mã ${booking.code}`,
		showSlot(booking),
		`Nơi gặp: ${showPlace(desk)}`,
		...(desk?.phone ? [`Điện thoại của bàn: ${desk.phone}`] : []),
		`Việc: ${titleOf(knowledge, booking.procedure) ?? "chưa nêu"}`,
		...(booking.visitor
			? [
					`Tên gọi: ${booking.visitor.name}${booking.visitor.onBehalfOf ? ` (đặt hộ ${booking.visitor.onBehalfOf})` : ""}`,
				]
			: []),
		...(booking.question ? [sentAlong(booking.question)] : []),
		...readyLine(booking, knowledge),
	].join("\n");
};

/** Said only once the person has said something about their papers. */
function readyLine(booking: Booking, knowledge: Knowledge): readonly string[] {
	const papers = procedureOf(knowledge, booking.procedure)?.documents ?? [];
	const { ready } = booking;
	return ready && papers.length > 0
		? [`Giấy tờ: ${countReady(papers, ready)}`]
		: [];
}

export const papersText = (booking: Booking, knowledge: Knowledge) => {
	const procedure = procedureOf(knowledge, booking.procedure);
	if (!procedure) {
		return "Lịch này chưa nêu việc cần hỏi. Anh/chị hỏi em việc đó để biết giấy tờ cần mang.";
	}
	return procedure.documents.length > 0
		? `Giấy tờ cần mang (${procedure.title}):\n${bullets(procedure.documents)}`
		: `Nguồn em có không liệt kê giấy tờ cho việc này (${procedure.title}).`;
};

export const booked = (booking: Booking, knowledge: Knowledge) =>
	paragraphs(
		`Đã đặt. ${bookingText(booking, knowledge)}`,
		papersText(booking, knowledge),
		"Đổi hoặc hủy: nhắn “lịch hẹn”.",
	);

export const alreadyBooked = (booking: Booking, knowledge: Knowledge) =>
	`Buổi này anh/chị đã có lịch rồi ạ.\n${bookingText(booking, knowledge)}`;
export const tooMany =
	"Anh/chị đang có đủ số lịch hẹn được giữ cùng lúc. Muốn đặt thêm thì hủy bớt hoặc đổi một lịch.";
export const bookingStopped = "Đã dừng, em chưa đặt lịch nào.";
export const bookingNow = "Mình đang đặt lịch đây ạ.";
