import { expect, it } from "vitest";
import { saysNo, saysYes } from "../../../src/conversation/reading/yes.js";

it.each([
	"có",
	"vâng ạ",
	"dạ vâng",
	"ok em",
	"đúng rồi em",
	"Đồng ý!",
	"dạ có",
])("%s is a yes", (text) => {
	expect(saysYes(text)).toBe(true);
	expect(saysNo(text)).toBe(false);
});

it.each([
	"không",
	"ko",
	"không cần đâu ạ",
	"thôi khỏi",
	"không muốn để lại số",
	"không đồng ý",
])("%s is a no", (text) => {
	expect(saysNo(text)).toBe(true);
	expect(saysYes(text)).toBe(false);
});

it.each(["dạ", "dạ em", "không biết", "có cần không", "ừm để xem"])(
	"%s is neither",
	(text) => {
		expect(saysYes(text)).toBe(false);
		expect(saysNo(text)).toBe(false);
	},
);
