import { describe, expect, it } from "vitest";
import { search } from "./knowledge.js";

const first = (text: string, procedure?: string) =>
	search.understand(text, procedure ? { procedure } : {}).candidates[0]?.code;

describe("the first answer", () => {
	it.each([
		[
			"mo cty tnhh 1 thanh vien can giay to gi",
			"2.001583",
			"no accents, abbreviations",
		],
		["thanhf laapj coong ty coor phaanf", "2.002043", "Telex left on"],
		["mở tiệm tạp hóa ở quê", "1.001612", "a shop is a household business"],
		[
			"dẹp tiệm luôn không bán nữa",
			"1.001266",
			"closing a shop is not dissolving a company",
		],
		[
			"giải thể công ty",
			"2.002023",
			"dissolving a company is not closing a household business",
		],
		["giải thể hợp tác xã", "1.004982", "nor a cooperative"],
		[
			"đổi tên hợp tác xã",
			"1.005277#ten",
			"the subject decides between alike names",
		],
		[
			"đổi tên công ty",
			"2.002041#doi-ten",
			"the case, not the whole procedure",
		],
		[
			"mất giấy chứng nhận đăng ký đầu tư",
			"1.009665",
			"not the business certificate",
		],
		["2.001199", "2.001199", "an official code is taken at its word"],
		["2.002083", "2.002085", "a code no longer used leads to what replaced it"],
		["close my branch office", "2.002020", "English"],
	])("to %s is %s (%s)", (text, code) => expect(first(text)).toBe(code));
});

describe("a follow-up", () => {
	it("keeps the procedure spoken of when it names nothing of its own", () => {
		const { candidates, aspect, carried } = search.understand(
			"thế phí bao nhiêu ạ",
			{
				procedure: "2.001583",
			},
		);
		expect(candidates[0]?.code).toBe("2.001583");
		expect(aspect).toBe("fee");
		expect(carried).toBe(true);
	});

	it("stays with the subject when only the deed is new", () =>
		expect(first("còn khi nghỉ hẳn thì sao", "1.001612")).toBe("1.001266"));

	it("is dropped for a new subject", () =>
		expect(first("giải thể hợp tác xã thì sao", "1.001612")).toBe("1.004982"));
});

describe("the part asked for", () => {
	it.each([
		["mở hộ kinh doanh cần mang theo giấy tờ gì", "documents"],
		["thành lập công ty cổ phần hết bao nhiêu tiền", "fee"],
		["đóng vpđd mất bn ngày", "deadline"],
		["đăng ký hộ kinh doanh nộp ở đâu", "place"],
		["đổi tên công ty nộp qua mạng được không", "online"],
		["mẫu thông báo tạm ngừng", "form"],
		["giải thể công ty gồm các bước nào", "steps"],
		["rút hồ sơ xong có nhận được văn bản gì không", "result"],
		["tăng vốn theo nghị định nào", "legal"],
		["điều kiện để được hỗ trợ đào tạo", "conditions"],
	])("of %s is %s", (text, aspect) =>
		expect(search.understand(text).aspect).toBe(aspect),
	);
});

describe("what is not a question about a procedure", () => {
	it.each([
		["đặt lịch thứ bảy", "book"],
		["hủy lịch hẹn giúp em", "cancel"],
		["chuyển hẹn qua thứ bảy sau", "reschedule"],
		["lịch của tôi mấy giờ", "my_booking"],
		["cho em gặp người thật", "human"],
		["xin chào", "smalltalk"],
		["làm hộ chiếu ở đâu", "out_of_scope"],
		["hôm nay trời mưa không", "out_of_scope"],
	])("%s is %s", (text, intent) =>
		expect(search.understand(text).intent).toBe(intent),
	);

	it("names who handles what is not ours", () =>
		expect(search.understand("xin giấy phép mở quán karaoke").topic).toBe(
			"giay-phep-nganh",
		));

	it("is never answered with a procedure", () => {
		for (const text of ["asdf qwer", "😀😀", "làm bằng lái xe", ""]) {
			expect(search.understand(text).decision).not.toBe("answer");
		}
	});
});

it.each([
	["thành phố Đông Hà giờ là phường gì", "ten-cu-thanh-pho-dong-ha"],
	["tinh quang binh gio thuoc tinh nao", "ten-cu-tinh-quang-binh"],
	["một cửa của sở nay ở đâu", "ten-cu-bo-phan-mot-cua"],
])("an old name leads to today's: %s", (text, faq) =>
	expect(search.understand(text).candidates[0]?.faq).toBe(faq),
);
