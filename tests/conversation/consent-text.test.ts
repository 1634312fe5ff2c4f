import { expect, it } from "vitest";
import {
	askConsent,
	consentVersion,
} from "../../src/conversation/wording/book.js";
import { smallKnowledge } from "../journeys/small-world.js";

it("is the text of its version: another text needs another version", () => {
	const { office } = smallKnowledge();
	expect(consentVersion(office)).toBe(
		"booking-1 · Chi đoàn cơ sở Sở Tài chính tỉnh Quảng Trị",
	);
	expect(askConsent(office)).toBe(
		`Để đặt lịch, bàn cần lưu tên gọi của anh/chị (và số điện thoại, nếu anh/chị muốn cho), cùng giờ hẹn, việc cần hỏi và mã cuộc trò chuyện này. Chỉ dùng để đón tiếp buổi hẹn.
Bên chịu trách nhiệm về dữ liệu: Chi đoàn cơ sở Sở Tài chính tỉnh Quảng Trị.
Giữ đến hết 30 ngày sau buổi hẹn rồi xóa. Anh/chị xem, sửa, xóa lúc nào cũng được: nhắn “dữ liệu của tôi”.
Anh/chị đồng ý không ạ?`,
	);
});
