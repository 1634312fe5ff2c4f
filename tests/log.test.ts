import { describe, expect, it } from "vitest";
import { createLog, scrub } from "../src/log.js";

describe("the scrubber", () => {
	it.each([
		[
			"request to https://api.telegram.org/bot123456789:AAE-x_yZ/getMe failed",
			"request to https://api.telegram.org/[token]/getMe failed",
			"a token inside an address",
		],
		["token 123456789:AAE-x_yZ12345", "token [token]", "a bare token"],
		["gọi 0912345678 nhé", "gọi [phone] nhé", "a mobile number"],
		["gọi 0912 345 678", "gọi [phone]", "with spaces"],
		["+84 912.345.678.", "[phone].", "with the country's code"],
		["(0233) 3852 529", "[phone]", "a landline"],
		["lan.nguyen+x@example.com.vn", "[e-mail]", "an e-mail address"],
		["postgres://u:p@host/db", "postgres://[secret]@host/db", "a password"],
		["hủy T7-K4M9XQ giúp", "hủy [booking] giúp", "a booking's code"],
	])("%s → %s (%s)", (text, scrubbed) => {
		expect(scrub(text)).toBe(scrubbed);
	});

	it.each([
		["2026-11-28 07:30", "a day and an hour"],
		["2.001583#tu-ho-kinh-doanh", "a procedure's code"],
		["127.0.0.1:3000", "an address"],
		["201 entries in 154 ms", "counts"],
		["Nghị định 168/2025/NĐ-CP", "a legal text"],
	])("leaves %s alone (%s)", (text) => {
		expect(scrub(text)).toBe(text);
	});
});

describe("the log", () => {
	const written = (write: (log: ReturnType<typeof createLog>) => void) => {
		const lines: string[] = [];
		write(createLog("info", { write: (line) => void lines.push(line) }));
		return lines.map((line) => JSON.parse(line));
	};

	it("scrubs messages, errors and deep fields, and stays JSON", () => {
		const [line] = written((log) =>
			log.error(
				{
					err: new Error("bot123456:AAE-x_yZ12345 refused"),
					deep: { down: { note: "chị Hoa 0912345678" } },
					ms: 0.0123456789,
				},
				"told 0912 345 678",
			),
		);
		expect(line.err.message).toBe("[token] refused");
		expect(line.err.stack).not.toContain("AAE");
		expect(line.deep.down.note).toBe("chị Hoa [phone]");
		expect(line.ms).toBe(0.0123456789);
		expect(line.msg).toBe("told [phone]");
	});

	it("leaves out what a person wrote, wherever a field of that name stands", () => {
		const [line] = written((log) =>
			log.info({ text: "tôi là Lan", booking: { visitor: { name: "Lan" } } }),
		);
		expect(JSON.stringify(line)).not.toContain("Lan");
	});
});
