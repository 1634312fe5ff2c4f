import { describe, expect, it, vi } from "vitest";
import { KINDS } from "../../../src/desk/knowledge/at.js";
import { checked } from "../../../src/desk/knowledge/check.js";
import { itemsOf } from "../../../src/desk/knowledge/find.js";
import {
	contentOf,
	nameOf,
	readTyped,
	typedOf,
} from "../../../src/desk/knowledge/typed.js";
import { readTexts } from "../../../src/knowledge/load.js";
import { locate } from "../../../src/knowledge/locate.js";
import { knowledge } from "../../channels/web/open-web.js";

vi.setConfig({ testTimeout: 60_000 });

const texts = await readTexts("knowledge");

describe.each(KINDS)("the form of every %s", (kind) => {
	it("sent back as it was opened changes nothing, and has no fault", () => {
		const entries = itemsOf(kind, knowledge, "2026-11-28").map(
			({ entry }) => entry,
		);
		expect(entries).not.toHaveLength(0);
		for (const entry of entries) {
			const before = locate(texts, entry)?.content;
			const sent = Object.fromEntries(
				Object.entries(typedOf(kind, before as never)).map(([path, text]) => [
					nameOf(path),
					text.replaceAll("\n", "\r\n"),
				]),
			);
			const typed = readTyped(kind, sent);
			const after = contentOf(kind, typed, before as never);
			expect(after, entry.id).toEqual(before);
			expect(checked(kind, typed, after), entry.id).toEqual({
				content: before,
			});
		}
	});
});
