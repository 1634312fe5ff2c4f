import { html } from "hono/html";
import * as z from "zod";
import type { Markup } from "../../channels/web/layout.js";

const LONGEST = 300;

/** A text that was replaced, as it was typed. */
export const Typed = z.object({
	text: z.string().catch(""),
	replacedBy: z.string().catch(""),
	note: z.string().catch(""),
});
export type Typed = z.infer<typeof Typed>;
export const NOTHING: Typed = { text: "", replacedBy: "", note: "" };

export interface Wish {
	readonly text: string;
	readonly replacedBy: string;
	readonly note?: string;
}

/** What is to be marked, or what to mend first. */
export function readWish(typed: Typed): Wish | { readonly fault: string } {
	const [text, replacedBy, note] = [
		typed.text,
		typed.replacedBy,
		typed.note,
	].map((one) => one.trim().replace(/\s+/g, " ")) as [string, string, string];
	const faults = [
		text === "" && "Anh/chị ghi văn bản đã bị thay thế, kèm số hiệu.",
		replacedBy === "" && "Anh/chị ghi văn bản thay thế.",
		[text, replacedBy, note].some((one) => one.length > LONGEST) &&
			`Mỗi ô tối đa ${LONGEST} chữ cái.`,
		text !== "" && text === replacedBy && "Hai văn bản đang giống nhau.",
	].filter((fault) => typeof fault === "string");
	return faults.length > 0
		? { fault: faults.join(" ") }
		: { text, replacedBy, ...(note && { note }) };
}

export const replacedFields = ({ text, replacedBy, note }: Typed): Markup =>
	html`<div><label for="van-ban">Văn bản đã bị thay thế</label>
<input id="van-ban" name="text" value="${text}" required maxlength="${LONGEST}" autocomplete="off" placeholder="Nghị định 168/2025/NĐ-CP"></div>
<div><label for="thay-bang">Thay bằng</label>
<input id="thay-bang" name="replacedBy" value="${replacedBy}" required maxlength="${LONGEST}" autocomplete="off"></div>
<div><label for="ghi-chu">Ghi chú (không bắt buộc)</label>
<input id="ghi-chu" name="note" value="${note}" maxlength="${LONGEST}" autocomplete="off"></div>`;
