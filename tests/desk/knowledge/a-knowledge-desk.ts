import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { knowledgeRoutes } from "../../../src/desk/knowledge/knowledge.js";
import { createEditor, type Effect } from "../../../src/knowledge/editor.js";
import { createLoader } from "../../../src/knowledge/load.js";
import { memoryHistory } from "../../../src/store/memory/history.js";
import { aFolder } from "../../knowledge/a-folder.js";
import { search } from "../../search/knowledge.js";
import { everythingIn } from "../../store/folder.js";
import { openDesk } from "../open-desk.js";

export const AT = "/quan-tri/kien-thuc";
export const FAQ = `${AT}/muc?loai=hoi-dap`;
export const VON = `${FAQ}&ma=von-gop-du-90-ngay`;
export const VON_FILE = "faq/doanh-nghiep.yaml";
export const PROCEDURE = `${AT}/muc?loai=thu-tuc&ma=1.005169`;

/** The pages of the knowledge over a folder of their own; what is published is in force at once. The search is of what ships. */
export async function openKnowledgeDesk({
	effect = { total: 1_697, changes: [] },
}: {
	readonly effect?: Effect;
} = {}) {
	const { folder, change } = await aFolder();
	const load = createLoader(folder);
	let knowledge = await load();
	const editor = await createEditor({
		folder,
		history: memoryHistory(),
		effect: async () => effect,
		load,
	});
	onTestFinished(() => editor.idle());
	const desk = openDesk({
		knowledge: () => knowledge,
		understand: () => search.understand,
		services: { editor },
		rooms: [knowledgeRoutes],
	});
	return {
		...desk,
		editor,
		folder,
		change,
		/** What the running bot does by itself when a file changed. */
		async takesOver() {
			knowledge = await load();
			return knowledge;
		},
		text: (file = VON_FILE) => readFile(join(folder, file), "utf8"),
		everything: () => everythingIn(folder),
		administrator: (name = "chị Lan") =>
			desk.signedIn({ role: "administrator", desk: null }, name),
	};
}

/** The fields of the page's main form as a browser would send them back. */
export function formOf(page: string): Record<string, string> {
	const [, form = ""] =
		/<form[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
	const fields: Record<string, string> = {};
	for (const [, attributes = ""] of form.matchAll(/<input ([^>]*)>/g)) {
		const name = /name="([^"]*)"/.exec(attributes)?.[1];
		const isUnticked =
			/type="checkbox"/.test(attributes) && !/ checked/.test(attributes);
		if (name !== undefined && !isUnticked)
			fields[name] = plain(/value="([^"]*)"/.exec(attributes)?.[1] ?? "");
	}
	for (const [, name = "", text = ""] of form.matchAll(
		/<textarea[^>]*name="([^"]*)"[^>]*>\n([\s\S]*?)<\/textarea>/g,
	))
		fields[name] = plain(text).replaceAll("\n", "\r\n");
	for (const [, name = "", options = ""] of form.matchAll(
		/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
	)) {
		const [, chosen = /value="([^"]*)"/.exec(options)?.[1] ?? ""] =
			/value="([^"]*)" selected/.exec(options) ?? [];
		fields[name] = plain(chosen);
	}
	return fields;
}

/** As it reads, without markup. */
export const plain = (text: string): string =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
