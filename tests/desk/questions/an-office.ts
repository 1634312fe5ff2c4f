import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { knowledgeRoutes } from "../../../src/desk/knowledge/knowledge.js";
import { questionsRoutes } from "../../../src/desk/questions/questions.js";
import { reviewRoutes } from "../../../src/desk/review/review.js";
import {
	createEditor,
	type Editor,
	type Effect,
} from "../../../src/knowledge/editor.js";
import { createLoader } from "../../../src/knowledge/load.js";
import { type Answered, note } from "../../../src/questions/book.js";
import { createSearch } from "../../../src/search/search.js";
import { type Clock, dayAt, instantAt } from "../../../src/time.js";
import { openUnanswered } from "../../../src/unanswered.js";
import { knowledge as shipped } from "../../channels/web/open-web.js";
import { aFolder } from "../../knowledge/a-folder.js";
import { openDesk } from "../open-desk.js";

const EFFECT: Effect = {
	total: 800,
	changes: [
		{
			text: "chuyển khoản tiền góp vốn",
			before: "Góp vốn điều lệ chậm nhất khi nào?",
			after: "câu mới",
			rightBefore: true,
			rightAfter: false,
		},
	],
};

/** Of the knowledge as it is shipped: what is suggested does not change with a test. */
const SEARCH = createSearch(shipped);

/** The pages of the questions and of the review over a knowledge folder of their own; what is published is taken over. */
export async function anOffice({
	effect = async () => EFFECT,
	clock = () => instantAt("2026-11-28", "08:00"),
}: {
	readonly effect?: () => Promise<Effect>;
	readonly clock?: Clock;
} = {}) {
	const files = await aFolder();
	const load = createLoader(files.folder);
	let known = await load();
	// The stores are there once the desk is open.
	const late: { editor?: Editor; questions?: unknown } = {};
	const lazily = <Service extends object>(name: "editor" | "questions") =>
		new Proxy({} as Service, {
			get: (_, member) =>
				(late[name] as Readonly<Record<string | symbol, unknown>>)[member],
		});
	const desk = openDesk({
		clock,
		knowledge: () => known,
		understand: () => SEARCH.understand,
		services: { editor: lazily("editor"), questions: lazily("questions") },
		rooms: [questionsRoutes, reviewRoutes, knowledgeRoutes],
	});
	const opened = await createEditor({
		folder: files.folder,
		history: desk.stores.history,
		effect,
		load,
	});
	const takeOver = async <Result>(work: Promise<Result>) => {
		const result = await work;
		known = await load();
		return result;
	};
	const editor: Editor = {
		...opened,
		publish: (...args) => takeOver(opened.publish(...args)),
		undo: (...args) => takeOver(opened.undo(...args)),
	};
	const unanswered = openUnanswered(
		desk.stores,
		() => SEARCH,
		clock,
		() => {},
	);
	late.editor = editor;
	late.questions = unanswered.desk;
	onTestFinished(() => editor.idle());
	return {
		...desk,
		...files,
		editor,
		questions: unanswered.desk,
		knowledge: () => known,
		text: (file: string) => readFile(join(files.folder, file), "utf8"),
		/** A question that was asked so often and not answered, or answered so in vain; gives its group. */
		async asked(text: string, times = 1, answered?: Answered) {
			let id: string | undefined;
			for (let time = 0; time < times; time++)
				id = await desk.stores.questions.change(
					note(
						{ text, ...(answered && { answered }) },
						dayAt(clock()),
						({ groups }, asked) =>
							[...groups.values()].find(({ wordings }) =>
								wordings.some((one) => one.text === asked),
							)?.id,
					),
				);
			if (id === undefined) throw new Error("not kept");
			return id;
		},
		administrator: () =>
			desk.signedIn({ role: "administrator", desk: null }, "anh Minh"),
	};
}

/** The words of a page, without its markup. */
export const wordsOf = (page: string): string =>
	page
		.replace(/<[^>]+>/g, " ")
		.replaceAll("&quot;", '"')
		.replace(/\s+/g, " ");

/** The fields that a page's form would send, of the form that goes to this address. */
export function fieldsOf(page: string, action: string): URLSearchParams {
	const [, form = ""] =
		page
			.split("<form")
			.map((part) => part.split("</form>")[0] ?? "")
			.map((part) => [part.includes(`action="${action}"`), part] as const)
			.find(([its]) => its) ?? [];
	const fields = new URLSearchParams();
	for (const [, name = "", value = ""] of form.matchAll(
		/<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
	))
		fields.append(name, unescaped(value));
	return fields;
}

const unescaped = (text: string) =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
