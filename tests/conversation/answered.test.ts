import { expect, it } from "vitest";
import { askedEntry } from "../../src/report/report.js";
import type { Search } from "../../src/search/search.js";
import { openMemory } from "../../src/store/memory/index.js";
import { createTalk } from "../../src/talk.js";
import { NOW } from "../booking/morning.js";
import { smallKnowledge, smallUnderstand } from "../journeys/small-world.js";

/** What is counted of a talk. */
async function countedOf(...texts: readonly string[]): Promise<string[]> {
	const counted: string[] = [];
	const clock = () => NOW;
	const knowing = {
		knowledge: smallKnowledge(),
		search: { understand: smallUnderstand } as Search,
	};
	const { converse } = createTalk(openMemory(clock), () => knowing, clock, {
		answered: (told) => counted.push(askedEntry(told)),
	});
	for (const text of texts) await converse({ conversation: "web:1", text });
	return counted;
}

it.each([
	["an answer", ["mở công ty một mình"], ["2.001583"]],
	[
		"each further answer about it",
		["mở công ty một mình", "phí bao nhiêu tiền", "ask:2.001583:documents"],
		["2.001583", "2.001583", "2.001583"],
	],
	[
		"an answer of the FAQ by itself",
		["nộp phí chuyển khoản"],
		["faq:chuyen-khoan"],
	],
	["no question that was asked back", ["mở cty"], []],
	["no question without an answer", ["trồng cây gì"], []],
	["no errand and no small talk", ["chào em", "lịch hẹn", "gặp người"], []],
	["nothing of somebody who deletes their data", ["xóa dữ liệu", "1", "1"], []],
])("counts %s", async (_, texts, counted) => {
	expect(await countedOf(...texts)).toEqual(counted);
});
