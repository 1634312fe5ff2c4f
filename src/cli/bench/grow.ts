import type { Knowledge, Procedure } from "../../knowledge/schema.js";
import { plain } from "../../search/fold.js";
import { catalogueOf } from "./catalogue.js";

/**
 * A word in fewer entries than this share tells what an entry is about. Above it stand the words of every office:
 * hồ sơ, đăng ký, nộp, cấp, phải, làm, gì.
 */
const TELLING_BELOW = 0.2;

/** Told of each copy, so that no two entries are worded alike. */
const PLACES = [
	"An Giang",
	"Bắc Ninh",
	"Cà Mau",
	"Cao Bằng",
	"Cần Thơ",
	"Đà Nẵng",
	"Đắk Lắk",
	"Điện Biên",
	"Đồng Nai",
	"Đồng Tháp",
	"Gia Lai",
	"Hà Nội",
	"Hà Tĩnh",
	"Hải Phòng",
	"Hồ Chí Minh",
	"Huế",
	"Hưng Yên",
	"Khánh Hòa",
	"Lai Châu",
	"Lạng Sơn",
	"Lào Cai",
	"Lâm Đồng",
	"Nghệ An",
	"Ninh Bình",
	"Phú Thọ",
	"Quảng Ngãi",
	"Quảng Ninh",
	"Sơn La",
	"Tây Ninh",
	"Thái Nguyên",
	"Thanh Hóa",
	"Tuyên Quang",
	"Vĩnh Long",
] as const;

/**
 * A knowledge of `size` procedures, made from a smaller one: itself, and copies of its procedures that speak of other
 * trades in other places. In a copy the office language stays and every telling word gives way to another one,
 * another in each copy: Vietnamese has few syllables, and a larger catalogue combines them anew rather than bringing
 * in new ones. Titles and official names end with the copy's place. The FAQ stays as it is: somebody writes it.
 */
export function grow(knowledge: Knowledge, size: number): Knowledge {
	const telling = tellingWords(knowledge);
	const procedures = new Map(knowledge.procedures);
	for (let copy = 1; procedures.size < size; copy++) {
		const place = PLACES[(copy - 1) % PLACES.length];
		const reword = otherTrade(telling, copy);
		const named = (text: string) => `${reword(text)} tại ${place}`;
		for (const procedure of knowledge.procedures.values()) {
			if (procedures.size === size) break;
			const id = idIn(copy, procedure.id);
			procedures.set(id, {
				...procedure,
				id,
				code: procedure.code && idIn(copy, procedure.code),
				...caseOfIn(copy, procedure),
				title: named(procedure.title),
				name: named(procedure.name),
				asks: procedure.asks.map(reword),
			});
		}
	}
	return { ...knowledge, procedures };
}

/** `2.001583#doi-ten` → `2.001583-7#doi-ten`. */
const idIn = (copy: number, id: string) => id.replace(/^[^#]+/, `$&-${copy}`);

const caseOfIn = (copy: number, { caseOf }: Procedure) =>
	caseOf ? { caseOf: idIn(copy, caseOf) } : {};

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function tellingWords(knowledge: Knowledge): readonly string[] {
	const { items } = catalogueOf(knowledge);
	const entriesWith = new Map<string, number>();
	for (const { title, name, asks } of items) {
		const text = plain([title, name, ...asks].join(" "));
		for (const word of new Set(text.match(WORD))) {
			entriesWith.set(word, (entriesWith.get(word) ?? 0) + 1);
		}
	}
	return [...entriesWith]
		.filter(([, count]) => count < items.length * TELLING_BELOW)
		.map(([word]) => word)
		.sort();
}

function otherTrade(
	telling: readonly string[],
	copy: number,
): (text: string) => string {
	const step = copy * Math.ceil(telling.length / (PLACES.length + 1));
	const exchanged = new Map(
		telling.map((word, at) => [
			word,
			telling[(at + step) % telling.length] ?? word,
		]),
	);
	return (text) =>
		text.replace(WORD, (word) => exchanged.get(plain(word)) ?? word);
}
