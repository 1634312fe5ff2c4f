import type { Desk, Office } from "../../knowledge/schema.js";
import { bullets } from "./show.js";

/** Said once, before the first answer. */
export const firstContact = ({ name }: Office) =>
	`Đây là tin nhắn tự động của bàn tư vấn thứ Bảy, ${name}. Em trả lời về thủ tục doanh nghiệp, hộ kinh doanh, hợp tác xã, đầu tư và đặt giúp lịch gặp tình nguyện viên. Khi anh/chị chỉ hỏi, em không lưu tên hay số điện thoại. Muốn gặp người: nhắn “gặp người”.`;

export const help = `Anh/chị có thể:\n${bullets([
	"hỏi thủ tục bằng lời thường, ví dụ “mở công ty một mình cần giấy tờ gì”",
	"“đặt lịch”: hẹn gặp tình nguyện viên sáng thứ Bảy",
	"“lịch hẹn”: xem, đổi, hủy lịch",
	"“dữ liệu của tôi”: xem, sửa, xóa thông tin đã lưu",
	"“gặp người”: cách gặp người hỗ trợ",
	"“quay lại”, “thôi”: lùi một bước, dừng lại",
])}`;

export function person(office: Office, desks: readonly Desk[]): string {
	const phones = [
		...desks.flatMap(({ name, phone }) => (phone ? [`${name}: ${phone}`] : [])),
		...(office.phone ? [`${office.name}: ${office.phone}`] : []),
	];
	const places = desks.flatMap(({ name, place }) =>
		place ? [`${name}: ${place}`] : [],
	);
	return [
		phones.length > 0
			? `Anh/chị gọi:\n${bullets(phones)}`
			: "Em chưa có số điện thoại nào được xác nhận để đưa anh/chị.",
		places.length > 0
			? `Gặp trực tiếp sáng thứ Bảy:\n${bullets(places)}`
			: "Gặp trực tiếp: đặt lịch với tình nguyện viên thứ Bảy; địa điểm bàn chưa công bố.",
		`Nộp và theo dõi hồ sơ qua mạng:\n${bullets(
			office.portals.map(({ url, purpose }) => `${url} (${purpose})`),
		)}`,
	].join("\n\n");
}

export const nothingToRead =
	"Em chưa đọc được nội dung. Anh/chị nhắn lại bằng chữ giúp em nhé.";

/** Said once in a flood of messages, most of which are not read. */
export const slowDown =
	"Tin nhắn đến nhanh quá nên em chỉ đọc được một phần. Anh/chị nhắn chậm lại giúp em: mỗi lần một câu, em trả lời rồi mình nói tiếp.";

export const whichNumber = (number: number) =>
	`Số ${number} là chọn việc gì ạ? Hiện em chưa đưa danh sách nào để chọn. Anh/chị nói bằng lời giúp em.`;

export const numberNotShown = (number: number) =>
	`Danh sách vừa rồi không có số ${number}. Anh/chị chọn lại giúp em.`;

export const oldChoice = "Lựa chọn đó là của tin nhắn cũ, em không dùng nữa.";
export const oldChoiceNothingOpen =
	"Lựa chọn đó là của tin nhắn cũ. Anh/chị muốn làm gì ạ?";

export const notUnderstoodHere = "Em chưa hiểu ý này.";
export const continueForm = "Mình làm tiếp nhé:";
export const orContinue = "Hoặc mình làm tiếp luôn:";
export const stopped = "Đã dừng, em chưa thay đổi gì.";
export const nothingToStop = "Dạ. Cần gì anh/chị cứ nhắn em.";
export const kept = "Dạ, lịch hẹn giữ nguyên.";

/** Something failed on our side: nothing was changed. */
export const failure =
	"Bên em đang trục trặc nên chưa làm được; chưa có gì được đặt, đổi hay hủy. Anh/chị thử lại sau ít phút giúp em.";

export const LABEL = {
	book: "Đặt lịch thứ Bảy",
	bookings: "Lịch hẹn của tôi",
	move: "Đổi lịch",
	cancel: "Hủy lịch",
	papers: "Giấy tờ cần mang",
	data: "Dữ liệu của tôi",
	help: "Trợ giúp",
	person: "Gặp người hỗ trợ",
	keep: "Giữ nguyên",
	procedure: "Xem thủ tục này",
	askElse: "Hỏi việc khác",
	overview: "Tóm tắt",
} as const;
