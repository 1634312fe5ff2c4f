import { readTypedCode } from "../../people/secret.js";
import { fold, plain } from "../../search/fold.js";
import type { LocalDate } from "../../time.js";
import type { Act } from "../act.js";
import { readStaffCommand, type StaffAct } from "../staff-act.js";
import { readWish } from "./wish.js";
import { bareWords, words } from "./words.js";

/** As people say it of themselves. Never by a number: that belongs to the menu shown last, which is another one. */
function contentAs(words: string): readonly string[] {
	return ["", "toi ", "em ", "minh ", "chi ", "anh "].map((who) => who + words);
}

/** Said in so many words, without the search having to understand it. */
const PHRASES: readonly (readonly [Act, readonly string[]])[] = [
	[
		{ kind: "bookings" },
		[
			"lich hen",
			"lich cua toi",
			"lich hen cua toi",
			"xem lich",
			"xem lich hen",
			"lich da dat",
			"lich toi da dat",
		],
	],
	[
		{ kind: "data" },
		[
			"du lieu cua toi",
			"du lieu toi",
			"xem du lieu",
			"xem du lieu cua toi",
			"du lieu ca nhan",
			"du lieu ca nhan cua toi",
			"thong tin cua toi",
		],
	],
	[
		{ kind: "forget" },
		[
			"xoa du lieu",
			"xoa du lieu cua toi",
			"xoa het du lieu",
			"xoa het du lieu cua toi",
			"xoa thong tin cua toi",
			"rut lai dong y",
			"rut dong y",
		],
	],
	[
		{ kind: "help" },
		["tro giup", "help", "menu", "huong dan", "start", "bat dau"],
	],
	[
		{ kind: "person" },
		[
			"gap nguoi",
			"gap nguoi ho tro",
			"gap nguoi that",
			"gap can bo",
			"gap nhan vien",
		],
	],
	[
		{ kind: "book" },
		["dat lich", "dat lich hen", "dat lich thu bay", "dat lich thu 7", "book"],
	],
	[
		{ kind: "ready" },
		[
			"danh dau giay to",
			"danh dau giay to da co",
			"giay to da co",
			"giay to toi da co",
			"giay to em da co",
		],
	],
	[
		{ kind: "accept" },
		["nhan cho", "nhan cho nay", "dong y nhan cho", "toi nhan cho", "lay cho"],
	],
	[
		{ kind: "decline" },
		["khong nhan cho", "khong nhan", "tu choi cho", "nhuong cho"],
	],
	[
		{ kind: "leave-line" },
		["roi danh sach cho", "khong cho nua", "thoi khong cho nua"],
	],
	[{ kind: "visit-rating", rating: 3 }, contentAs("rat hai long")],
	[{ kind: "visit-rating", rating: 2 }, contentAs("hai long")],
	[
		{ kind: "visit-rating", rating: 1 },
		[...contentAs("chua hai long"), ...contentAs("khong hai long")],
	],
	[{ kind: "move" }, ["doi lich", "doi lich hen", "doi hen"]],
	[{ kind: "cancel" }, ["huy", "huy lich", "huy lich hen", "huy hen"]],
	[
		{ kind: "again" },
		[
			"quay lai cau truoc",
			"cau truoc",
			"xem lai cau truoc",
			"tra loi lai cau truoc",
		],
	],
];

const ACT_OF = new Map(
	PHRASES.flatMap(([act, phrases]) =>
		phrases.map((phrase) => [phrase, act] as const),
	),
);

export const readPhrase = (text: string): Act | undefined =>
	ACT_OF.get(words(text)) ?? ACT_OF.get(bareWords(text));

const SLASH: Readonly<Record<string, Act | "ask">> = {
	start: { kind: "help" },
	help: { kind: "help" },
	trogiup: { kind: "help" },
	menu: { kind: "help" },
	hoi: "ask",
	ask: "ask",
	datlich: { kind: "book" },
	book: { kind: "book" },
	lichhen: { kind: "bookings" },
	huy: { kind: "cancel" },
	cancel: { kind: "cancel" },
	doilich: { kind: "move" },
	move: { kind: "move" },
	dulieu: { kind: "data" },
	mydata: { kind: "data" },
	gapnguoi: { kind: "person" },
};

/** A slash command: what it does, or the question that follows it. */
export type Command =
	| { readonly kind: "act"; readonly act: Act }
	| { readonly kind: "question"; readonly text: string };

/**
 * Reads `/datlich t7 tuần sau`, `/đặtlịch`, `/start@ban_thu_bay_bot`, `/hoi mở công ty`. An unknown command is help.
 */
export function readCommand(
	text: string,
	today: LocalDate,
): Command | undefined {
	if (isBareCode(text)) return staff({ kind: "enter", secret: text });
	const [, name, rest = ""] =
		text.match(/^\/([\p{L}\p{M}_]+)(?:@\w+)?(?:\s+(.*))?$/u) ?? [];
	if (name === undefined) return undefined;
	const does = readStaffCommand(name, rest);
	if (does) return staff(does);
	// `t.me/bot?start=K4M9XQ2B7TRW` arrives as `/start K4M9XQ2B7TRW`.
	if (fold(name) === "start" && readTypedCode(rest) !== undefined)
		return staff({ kind: "enter", secret: rest });
	const act = SLASH[fold(name).replaceAll("_", "")] ?? { kind: "help" };
	if (act === "ask") {
		return rest
			? { kind: "question", text: rest }
			: { kind: "act", act: { kind: "help" } };
	}
	return {
		kind: "act",
		act:
			act.kind === "book" || act.kind === "move"
				? { ...act, wish: readWish(rest, today) }
				: act,
	};
}

/** A code of the team as it is shown, in three fours. Figures alone are rather somebody's card. */
const isBareCode = (text: string): boolean =>
	/^\w{4}-\w{4}-\w{4}$/.test(text) &&
	/[a-z]/i.test(text) &&
	readTypedCode(text) !== undefined;

const staff = (does: StaffAct): Command => ({
	kind: "act",
	act: { kind: "staff", does },
});

const STOP = new Set([
	"thoi",
	"dung lai",
	"stop",
	"thoat",
	"huy bo",
	"huy bo thao tac",
	"huy thao tac",
	"thoi khong dat nua",
	"khong dat nua",
]);
/** `dừng`, which without its accent could be `đúng`. */
const DUNG = /^(?:dạ |thôi )?dừng(?: thôi)?(?: ạ| nhé| nha)?[.!]*$/;
const BACK = new Set(["quay lai", "tro lai", "lui lai", "quay lui", "back"]);

/** Leaving what one is in the middle of, or going a step back. */
export function readLeaving(text: string): "stop" | "back" | undefined {
	const bare = bareWords(text);
	if (STOP.has(bare) || DUNG.test(plain(text))) return "stop";
	return BACK.has(bare) ? "back" : undefined;
}
