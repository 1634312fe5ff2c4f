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
	/^(?:(?:tôi|tui|em|mình|cháu|con|anh|chị)\s+)?(?:tên (?:tôi|em|mình|tui) là|tên là|tên|(?:cứ )?gọi (?:tôi|em|mình|tui) là|(?:cứ )?gọi là|(?:cứ )?gọi|là)\s+/iu;
const NOD = /^(?:(?:dạ|vâng|ok|oke|ừ|à)[,. ]+)+/iu;
/** `tên là`, `gọi em là`: what follows is meant as a name. */
const INTRODUCED = /(?:^|\s)(?:tên|gọi)\s/iu;
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
	const bare = stripPrivate(text)
		.text.replace(NOD, "")
		.replace(LEAD, "")
		.replace(TAIL, "");
	const name = bare.replace(/[\s,.;:!]+$/u, "").trim();
	if (!/\p{L}/u.test(name)) return { kind: "none" };
	const parts = words(name).split(" ");
	const asking = text.includes("?") || asks(name);
	const fits = isWritten(name) && name.length <= LONGEST;
	if (fits && isCapitalised(name)) {
		return { kind: asking ? "unclear" : "name", name };
	}
	const introduced = INTRODUCED.test(text);
	if (fits && !asking && (introduced || isTitled(parts))) {
		return { kind: "name", name };
	}
	const meant = meaning(understanding);
	if (asking) {
		return meant !== "nothing" || parts.length > FEW
			? { kind: "question" }
			: { kind: "unclear", name: short(name) };
	}
	if (meant === "plain" && parts.length > 1) return { kind: "question" };
	if (meant !== "nothing" && parts.length > 2)
		return { kind: "unclear", name: short(name) };
	if (!isWritten(name)) return { kind: "none" };
	return meant === "plain" || parts.length > MOST_WORDS
		? { kind: "unclear", name: short(name) }
		: { kind: "name", name: short(name) };
}

/** More words than this, with a question word among them, are no name. */
const FEW = 3;

/** How much the search makes of a text: one or two words that resemble something mean little. */
function meaning({
	intent,
	decision,
	aspect,
	topic,
}: Understanding): "plain" | "vague" | "nothing" {
	if (decision === "answer") return "plain";
	if (intent !== "ask" && intent !== "out_of_scope") return "plain";
	return decision === "clarify" || aspect !== null || topic !== undefined
		? "vague"
		: "nothing";
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

const FAMILY_NAMES = new Set(
	"nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh doan lam trinh mai dao cao luong".split(
		" ",
	),
);

/** A title or a family name before one to four words. */
const isTitled = ([first = "", ...rest]: readonly string[]) =>
	rest.length > 0 &&
	rest.length <= 4 &&
	(HONORIFICS.has(first) || FAMILY_NAMES.has(first));

/** Two to six words with capitals, a title before them written either way. */
function isCapitalised(name: string): boolean {
	const parts = name.split(/\s+/);
	const [first = "", ...rest] = parts;
	const named = HONORIFICS.has(fold(first)) ? rest : parts;
	return (
		parts.length > 1 &&
		parts.length <= MOST_WORDS &&
		name !== name.toLocaleUpperCase("vi") &&
		named.every((part) => /^\p{Lu}/u.test(part))
	);
}

const isWritten = (name: string) => /^[\p{L}\p{M} .'’-]+$/u.test(name);
const short = (name: string) =>
	[...name.replace(/[^\p{L}\p{M}\p{N} .'’-]+/gu, " ").trim()]
		.slice(0, LONGEST)
		.join("")
		.trim();

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
