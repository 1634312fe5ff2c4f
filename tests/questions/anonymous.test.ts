import { expect, it } from "vitest";
import { anonymous, LONGEST } from "../../src/questions/anonymous.js";

it.each([
	[
		"tôi tên là Nguyễn Văn An, muốn mở quán cà phê sân vườn",
		"tôi tên là …, muốn mở quán cà phê sân vườn",
	],
	[
		"em tên Lan muốn hỏi thuê đất ven biển",
		"em tên … muốn hỏi thuê đất ven biển",
	],
	["toi ten la nguyen van an muon nuoi tom", "toi ten la … muon nuoi tom"],
	["Em là chị Hoa ở Gio Linh, nuôi tôm", "Em là chị … ở Gio Linh, nuôi tôm"],
	["gọi em là Tư nhé", "gọi em là … nhé"],
	["em tên lan nuôi tôm ven biển", "em tên … nuôi tôm ven biển"],
	["xã đòi ông Trần Hữu Thọ ký giấy gì", "xã đòi ông … ký giấy gì"],
	["cho tran thi hoa vay von lam trang trai", "cho … vay von lam trang trai"],
])("a name is taken out: %s", (asked, kept) =>
	expect(anonymous(asked)).toBe(kept),
);

it.each([
	"tôi là chủ hộ kinh doanh, muốn xuất khẩu tôm",
	"Tôi là Giám đốc công ty, muốn thuê đất",
	"đổi tên công ty có phải khắc dấu không",
	"bỏ tiền túi vô công ty lúc mô cho đủ",
	"bo tien vo cong ty luc mo, dang ky kinh doanh o dau",
	"Đăng Ký Kinh Doanh Hộ Cá Thể",
	"chép nguyên văn hợp đồng góp vốn",
	"đường Trường Sơn mở quán được không",
	"cửa hàng em tên cũ còn dùng được không",
	"dự án ở phường Đồng Hới, tỉnh Quảng Trị",
	"đặt tên là gì cho dễ được duyệt",
	"nộp thuế khoán 1.500.000 đồng, mã 2.001583, NĐ 168/2025/NĐ-CP",
])("nothing else is: %s", (asked) => expect(anonymous(asked)).toBe(asked));

it.each([
	["gọi em 0912 345 678 về vụ nuôi tôm", "gọi em về vụ nuôi tôm"],
	["số căn cước 045123456789 vay vốn sao", "số căn cước vay vốn sao"],
	["lịch T7-K4M9XQ của em mất đâu rồi", "lịch … của em mất đâu rồi"],
	["tài khoản 1903 4567 89 bị khóa", "tài khoản … bị khóa"],
	["nhà số 12 đường Lê Lợi mở quán", "nhà số … đường … mở quán"],
])("a number that is somebody's is taken out: %s", (asked, kept) =>
	expect(anonymous(asked)).toBe(kept),
);

it("a long story is cut between two words", () => {
	const kept = anonymous("nuôi tôm ".repeat(100)) ?? "";
	expect(kept.length).toBeLessThanOrEqual(LONGEST + 2);
	expect(kept).toMatch(/tôm …$/);
});

it.each(["", "?!", "0912345678", "em tên Lan"])(
	"nothing is kept of %j",
	(asked) => {
		const kept = anonymous(asked);
		expect(kept === undefined || !kept.includes("Lan")).toBe(true);
	},
);
