import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom: each room, and the rooms it may look into (style: imports point one way). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	knowledge: [],
	search: ["knowledge"],
	booking: ["knowledge"],
	people: ["booking", "knowledge"],
	outbox: ["booking", "people", "knowledge"],
	questions: ["search", "people", "knowledge"],
	report: ["booking", "people", "questions", "knowledge"],
	conversation: [
		"search",
		"booking",
		"people",
		"outbox",
		"questions",
		"report",
		"knowledge",
	],
	channels: [
		"conversation",
		"search",
		"booking",
		"people",
		"outbox",
		"knowledge",
	],
	desk: [
		"channels",
		"conversation",
		"search",
		"booking",
		"people",
		"outbox",
		"questions",
		"report",
		"knowledge",
	],
	store: [
		"channels",
		"conversation",
		"booking",
		"people",
		"outbox",
		"questions",
		"report",
		"knowledge",
	],
	cli: ["channels", "conversation", "search", "booking", "people", "knowledge"],
};

/** Where the whole is put together: the only files that name a store. */
const ROOTS = [
	"src/app.ts",
	"src/messaging.ts",
	"src/talk.ts",
	"src/tidy.ts",
	"src/cli/ask.ts",
];

/** Known to one room alone. */
const AT_HOME: Readonly<Record<string, readonly string[]>> = {
	"fuse.js": ["search", "cli"],
	lowdb: ["store"],
	telegraf: ["channels", "cli"],
	hono: ["channels", "desk"],
	echarts: ["report"],
	"csv-stringify": ["report"],
	yaml: ["knowledge"],
	"js-yaml": ["knowledge"],
};

/** Rules: no clock, no environment, no transport. */
const PURE = [
	"knowledge",
	"search",
	"booking",
	"people",
	"outbox",
	"questions",
	"report",
	"conversation",
];

interface Import {
	readonly file: string;
	readonly room: string;
	readonly from: string;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((name) => /\.tsx?$/.test(name))
	.map((name) => join("src", name));

const roomOf = (path: string) => {
	const parts = relative("src", path).split(/[\\/]/);
	return parts.length > 1 ? (parts[0] ?? "") : "";
};

const imports: readonly Import[] = files.flatMap((file) =>
	[...readFileSync(file, "utf8").matchAll(/from\s+"([^"]+)"/g)].map(
		([, from = ""]) => ({ file, room: roomOf(file), from }),
	),
);

describe("imports", () => {
	it("point one way between the rooms", () => {
		const wrong = imports.filter(({ file, room, from }) => {
			if (!from.startsWith(".") || room === "" || ROOTS.includes(file))
				return false;
			const target = roomOf(posix.join(dirname(file), from));
			if (target === room || target === "") return false;
			return !MAY_IMPORT[room]?.includes(target);
		});
		expect(wrong).toEqual([]);
	});

	it("leave stores to the composition root", () => {
		const wrong = imports.filter(
			({ file, room, from }) =>
				room !== "store" && from.includes("/store/") && !ROOTS.includes(file),
		);
		expect(wrong.filter(({ from }) => !from.endsWith("/store.js"))).toEqual([]);
	});

	it("name a library only in the room that is its home", () => {
		const wrong = imports.filter(({ room, from }) => {
			const library = Object.keys(AT_HOME).find(
				(name) => from === name || from.startsWith(`${name}/`),
			);
			return library !== undefined && !AT_HOME[library]?.includes(room);
		});
		expect(wrong).toEqual([]);
	});
});

describe("rules", () => {
	it("look at no clock and no environment", () => {
		const wrong = files
			.filter((file) => PURE.includes(roomOf(file)))
			.filter((file) =>
				/new Date\(\)|Date\.now\(|process\.env|Math\.random/.test(
					readFileSync(file, "utf8"),
				),
			);
		expect(wrong).toEqual([]);
	});
});
