import { expect, it } from "vitest";
import { spellingOf } from "../../../src/cli/eval/spelling.js";

it.each([
	["a", "Mở công ty", "accented"],
	["d", "mo cong ty o dau z", "no accents"],
	["b", "dang ky o đau", "accented"],
	["c", "thanhf laapj cty", "typing errors"],
	["g", "close my branch", "English"],
	["l", "2.002033", undefined],
] as const)("%s: %s is written: %s", (kind, text, spelling) => {
	expect(spellingOf({ kind, text })).toBe(spelling);
});
