import type { Line } from "../../booking/booking.js";
import type { Booking } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Consent, Purpose } from "../../people/consent.js";
import { dayAt, timeAt } from "../../time.js";
import { paragraphs } from "../turn.js";
import { bookingText } from "./book.js";
import { keptLine } from "./line.js";
import { bullets, showDate } from "./show.js";

export const nothingKept =
	"Em không lưu tên hay số điện thoại nào của anh/chị. Cuộc trò chuyện này chỉ nhớ thủ tục vừa hỏi, câu trả lời và danh sách lựa chọn gần nhất.";

export const everythingKept = (
	bookings: readonly Booking[],
	lines: readonly Line[],
	consents: readonly Consent[],
	knowledge: Knowledge,
) =>
	paragraphs(
		"Bàn đang lưu về anh/chị:",
		...bookings.map((booking) =>
			[
				`${bookingText(booking, knowledge)}${booking.status === "cancelled" ? "\n(đã hủy)" : ""}`,
				`Điện thoại: ${booking.visitor?.phone ?? "không có"}`,
			].join("\n"),
		),
		...lines.map(keptLine),
		consents.length > 0 &&
			`Đồng ý đã ghi nhận:\n${bullets(consents.map(consentLine))}`,
		"Cuộc trò chuyện này còn nhớ thủ tục vừa hỏi, câu trả lời và danh sách lựa chọn gần nhất.",
		`Bên chịu trách nhiệm về dữ liệu: ${knowledge.office.dataController.name}. Tên, số điện thoại được xóa 30 ngày sau buổi hẹn.`,
	);

const FOR: Record<Purpose, string> = {
	booking: "cho lưu tên gọi để đặt lịch",
	answer: "cho nhắn lại khi có câu trả lời",
};

const consentLine = ({
	purpose,
	givenAt,
	withdrawnAt,
	channel,
	version,
}: Consent) =>
	`${moment(givenAt)}, qua ${channel}: ${FOR[purpose]} (bản “${version}”)${withdrawnAt ? `, đã rút ${moment(withdrawnAt)}` : ""}`;

const moment = (instant: Date) =>
	`${showDate(dayAt(instant))} ${timeAt(instant)}`;

export const DATA_LABEL = {
	name: "Sửa tên gọi",
	phone: "Sửa số điện thoại",
	forget: "Xóa hết",
} as const;

export const askNewName =
	"Anh/chị muốn được gọi là gì ạ? Em sửa trong mọi lịch hẹn đang lưu.";
export const askNewPhone =
	"Số điện thoại mới là gì ạ? Chọn “Xóa số” nếu không muốn để lại.";
export const REMOVE_PHONE = "Xóa số";
export const STOP = "Thôi";
export const nothingToCorrect =
	"Em không lưu tên hay số điện thoại nào để sửa.";
export const nameCorrected = (name: string) => `Đã sửa tên gọi thành ${name}.`;
export const phoneCorrected = (phone: string | undefined) =>
	phone ? `Đã sửa số điện thoại thành ${phone}.` : "Đã xóa số điện thoại.";

export const confirmForget = (
	ahead: readonly Booking[],
	lines: readonly Line[],
) =>
	`Xóa hết thì tên, số điện thoại và cuộc trò chuyện này bị xóa, đồng ý đã cho được rút lại${
		ahead.length > 0
			? `, ${ahead.length} lịch hẹn sắp tới bị hủy (${ahead.map(({ code }) => code).join(", ")})`
			: ""
	}${lines.length > 0 ? ", anh/chị rời danh sách chờ" : ""}. Không lấy lại được. Anh/chị chắc chắn không ạ?`;
export const FORGET_YES = "Xóa hết";
export const FORGET_NO = "Giữ lại";
export const forgotten = (cancelled: number, proofKept: boolean) =>
	`Đã xóa hết dữ liệu về anh/chị.${
		cancelled > 0 ? ` ${cancelled} lịch hẹn sắp tới đã hủy.` : ""
	}${
		proofKept
			? " Đồng ý đã rút; riêng bằng chứng về lần đồng ý (không có tên, số điện thoại) được giữ tách riêng."
			: ""
	}`;
