import { html } from "hono/html";
import { addressOfProcedure } from "../../channels/web/entries.js";
import type { Markup } from "../../channels/web/layout.js";
import type { Opened } from "../../knowledge/entry.js";
import { saidLine } from "../pieces.js";
import { type EditableKind, entryAddress, HISTORY, listAddress } from "./at.js";
import { boxes } from "./boxes.js";
import { type Faults, TOP } from "./check.js";
import { FIELDS, type Group, REMOVED } from "./fields.js";
import type { Review } from "./find.js";
import { frame, kindName, reviewWords, type Shared, trail } from "./pages.js";
import type { Typed } from "./typed.js";

export interface EntryForm extends Shared {
	readonly kind: EditableKind;
	/** As the folder has it; missing for one that is to be added. */
	readonly opened: Opened | undefined;
	/** What the form was opened with. */
	readonly version: string;
	readonly typed: Typed;
	readonly faults: Faults;
	/** Somebody else changed the entry meanwhile: what it says now, and who and when. */
	readonly clash?: { readonly theirs: Typed; readonly who: string } | undefined;
	readonly review?: Review | undefined;
	readonly procedures: readonly Group[];
}

/** An entry as a form; nothing changes before it was previewed and published. */
export const entryPage = (form: EntryForm): Markup => {
	const { kind, opened, version, typed, faults, clash } = form;
	const title =
		opened?.title ?? `Thêm ${kindName(kind).toLocaleLowerCase("vi")}`;
	const id = opened?.entry.id;
	const action = entryAddress({ kind, id });
	const fields = FIELDS[kind].filter(({ once }) => !(once && opened));
	const wrong = Object.keys(faults).filter((field) => field !== TOP).length;
	return frame(
		title,
		form,
		html`${trail(html`<a href="${listAddress(kind)}">${kindName(kind)}</a>`)}
<h1>${title}</h1>
${saidLine(form)}
${clash && clashPart(clash.who)}
${wrong > 0 && saidLine({ fault: `Chưa đổi gì: có ${wrong} mục cần sửa, ghi ngay ở mục đó. Những gì anh/chị gõ vẫn còn.` })}
${faults[TOP] && saidLine({ fault: faults[TOP] })}
${opened && about(opened, form.review)}
<form class="form entry" method="post" action="${action}">
<input type="hidden" name="version" value="${version}">
${boxes(fields, { typed, faults, theirs: clash?.theirs, procedures: form.procedures })}
<div class="acts"><button name="viec" value="xem">Xem trước…</button>
<a class="button second" href="${id === undefined ? listAddress(kind) : action}">Thôi</a></div>
<p class="note">Bước sau cho xem trước; chưa đổi gì cho đến khi anh/chị bấm Công bố.</p>
</form>
${
	opened &&
	REMOVED.includes(kind) &&
	html`<section class="card remove"><h2>Bỏ mục này</h2>
<form class="form" method="post" action="${action}">
<input type="hidden" name="version" value="${opened.version}"><input type="hidden" name="bo" value="1">
<button class="grave" name="viec" value="xem">Bỏ mục này…</button>
</form><p class="note">Cho xem trước, và hoàn tác được.</p></section>`
}`,
	);
};

const about = ({ entry, file, line }: Opened, review: Review | undefined) =>
	html`${review && html`<p>${reviewWords(review)}</p>`}
<p class="note">Tệp ${file}, dòng ${line}. <a href="${HISTORY}?${new URL(`http://x${entryAddress({ kind: entry.kind as EditableKind, id: entry.id })}`).searchParams}">Lịch sử mục này</a>${entry.kind === "procedure" && html` · <a href="${addressOfProcedure(entry.id)}">Trang người dân xem</a>`}</p>`;

const clashPart = (who: string) =>
	html`<div class="caution" role="alert"><p><strong>Chưa công bố: ${who} trong lúc anh/chị đang sửa.</strong></p>
<p>Các ô dưới đây là chữ anh/chị đã gõ. Ô nào khác với tệp thì có nội dung hiện có ngay bên dưới. Anh/chị giữ, sửa hoặc chép lại, rồi xem trước lần nữa.</p></div>`;
