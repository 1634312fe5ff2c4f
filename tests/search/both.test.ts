import { expect, it } from "vitest";
import { search } from "./knowledge.js";

it.each([
	["đổi tên và đổi địa chỉ công ty", "2.002041#doi-ten", "2.002041#doi-tru-so"],
	[
		"công ty tăng vốn và thêm thành viên",
		"2.002009#tang-von",
		"2.002011#them-thanh-vien",
	],
	[
		"tôi muốn thêm ngành nghề với đổi giám đốc công ty",
		"2.002041#nganh-nghe",
		"2.002011#nguoi-dai-dien",
	],
])(
	"says both procedures that are asked for at once: %s",
	(text, first, second) => {
		const { decision, candidates, also } = search.understand(text);
		expect([decision, candidates[0]?.code, also]).toEqual([
			"answer",
			first,
			second,
		]);
	},
);

it.each([
	["đổi tên công ty", "one wish"],
	["chi nhánh, văn phòng đại diện của công ty", "two things, no second wish"],
])("says one where one is asked for: %s (%s)", (text) =>
	expect(search.understand(text).also).toBeUndefined(),
);
