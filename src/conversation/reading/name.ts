import { stripPrivate } from "../../people/private-numbers.js";
import { fold, plain } from "../../search/fold.js";
import type { Understanding } from "../../search/understanding.js";
import { words } from "./words.js";

export type NameReading =
	| { readonly kind: "name"; readonly name: string }
	/** Could be a name: the person is asked. */
	| { readonly kind: "unclear"; readonly name: string }
	| { readonly kind: "question" }
	| { readonly kind: "none" };

/** Long enough for any name with a title before it. */
const LONGEST = 60;
const MOST_WORDS = 6;

const HONORIFICS = new Set(
	"anh chi bac co chu ong ba em chau di cau mo thim duong o me ma bo cha thay cu".split(
		" ",
	),
);
const LEAD =
	/^(?:dạ[,. ]+)?(?:(?:tôi|tui|em|mình|cháu|con|anh|chị)\s+)?(?:tên (?:tôi|em|mình|tui) là|tên là|tên|(?:cứ )?gọi (?:tôi|em|mình|tui) là|(?:cứ )?gọi là|(?:cứ )?gọi|là)\s+/iu;
const TAIL = /(?:[,. ]+(?:ạ|nhé|nha|nghe))+[.!]*$/iu;

/** What a question has and a name has not; with accents, so that `chị Ái` is not taken for `ai`. */
const ASKING = [
	"gì",
	"nào",
	"đâu",
	"bao nhiêu",
	"bao lâu",
	"bao giờ",
	"mấy",
	"sao",
	"ai",
	"thế nào",
	"được không",
	"phải không",
	"có cần",
	"thủ tục",
	"hồ sơ",
	"giấy",
	"phí",
	"lịch",
	"hỏi",
	"muốn",
	"xin",
	"nộp",
	"đăng ký",
	"đổi",
	"hủy",
	"huỷ",
	"đặt",
	"công ty",
	"hộ kinh doanh",
];
const ASKING_AT_END = ["không", "ko", "k", "chưa", "hả"];

/**
 * A name to call somebody by, or a question in its place. `understanding` is what the search made of the text on its
 * own, without what was spoken of before.
 */
export function readName(
	text: string,
	understanding: Understanding,
): NameReading {
	const bare = stripPrivate(text).text.replace(LEAD, "").replace(TAIL, "");
	const name = bare.replace(/[\s,.;:!]+$/u, "").trim();
	const folded = words(name);
	if (!/\p{L}/u.test(name)) return { kind: "none" };
	const asking = text.includes("?") || asks(name);
	if (looksLikeName(name, folded)) {
		return asking ? { kind: "unclear", name } : { kind: "name", name };
	}
	const understood =
		understanding.intent !== "ask" ||
		understanding.decision !== "unknown" ||
		understanding.aspect !== null;
	if (asking || (understood && folded.split(" ").length > 1)) {
		return understood || text.includes("?") || folded.split(" ").length > 3
			? { kind: "question" }
			: { kind: "unclear", name: short(name) };
	}
	if (!isWritten(name)) return { kind: "none" };
	return understood || folded.split(" ").length > MOST_WORDS
		? { kind: "unclear", name: short(name) }
		: { kind: "name", name: short(name) };
}

/** Compared with accents where the text has any, else without. */
function asks(text: string): boolean {
	const accented = plain(text) !== fold(text);
	const spoken = ` ${
		accented
			? plain(text)
					.replace(/[^\p{L}\p{N}]+/gu, " ")
					.trim()
			: words(text)
	} `;
	const written = (word: string) => ` ${accented ? plain(word) : fold(word)} `;
	return (
		ASKING.some((word) => spoken.includes(written(word))) ||
		ASKING_AT_END.some((word) => spoken.endsWith(written(word)))
	);
}

/** A title before one to four words, or two to six words with capitals. */
function looksLikeName(name: string, folded: string): boolean {
	if (!isWritten(name) || name.length > LONGEST) return false;
	const parts = folded.split(" ");
	if (HONORIFICS.has(parts[0] ?? "")) {
		return parts.length > 1 && parts.length <= 5 && !asks(name);
	}
	return (
		parts.length > 1 &&
		parts.length <= MOST_WORDS &&
		name
			.split(/\s+/)
			.every((part) => /^\p{Lu}\p{Ll}*[\p{L}'’.-]*$/u.test(part)) &&
		name !== name.toLocaleUpperCase("vi")
	);
}

const isWritten = (name: string) => /^[\p{L}\p{M} .'’-]+$/u.test(name);
const short = (name: string) => [...name].slice(0, LONGEST).join("").trim();

/** Whether somebody gave the name that a booking was made under; titles and accents do not count. */
export function sameName(given: string, kept: string): boolean {
	const said = withoutTitle(given);
	return said !== "" && said === withoutTitle(kept);
}

const withoutTitle = (name: string) => {
	const parts = words(name).split(" ");
	const [first = ""] = parts;
	return (
		parts.length > 1 && HONORIFICS.has(first) ? parts.slice(1) : parts
	).join(" ");
};
