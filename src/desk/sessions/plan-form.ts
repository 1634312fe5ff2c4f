import { html } from "hono/html";
import type { SessionView } from "../../booking/saturday-desk.js";
import type { Markup } from "../../channels/web/layout.js";
import { stretches } from "../../conversation/wording/staff/sessions.js";
import { LONGEST_NOTE } from "../../people/note.js";
import type { LocalTime } from "../../time.js";
import { BY_VOLUNTEERS, KEEP } from "./wish.js";

/** As many as are chosen from; a desk that has more says so in its file. */
const CHOICES = Array.from({ length: 12 }, (_, index) => index + 1);

/** Hours, places and note. Of one session as it is; of several, empty is as each of them is. */
export function planFields(view?: SessionView): Markup {
	const [first, second] = view ? stretches(view.hours) : [];
	const places = view?.plan?.places;
	const numbers = CHOICES.includes(places ?? 1)
		? CHOICES
		: [...CHOICES, places ?? 1];
	const option = (value: string | number, label: string, chosen: boolean) =>
		html`<option value="${value}"${chosen && html` selected`}>${label}</option>`;
	return html`<fieldset class="hours"><legend>Giờ mở</legend>
<p class="quietly">${view ? "Để trống cả bốn ô: như thường lệ của bàn." : "Để trống: giữ như đang có."}</p>
<div class="pair">${time("tu", "Từ", first?.from)}${time("den", "đến", first?.to)}</div>
<div class="pair">${time("tu2", "và từ", second?.from)}${time("den2", "đến", second?.to)}</div>
</fieldset>
<div><label for="cho">Số chỗ mỗi nửa giờ</label>
<select id="cho" name="cho">${!view && option(KEEP, "Giữ như đang có", true)}
${option(BY_VOLUNTEERS, "Theo số tình nguyện viên", view !== undefined && places === undefined)}
${numbers.map((number) => option(number, `${number} chỗ`, number === places))}</select></div>
<div><label for="ghi">Ghi chú cho người trực${!view && " (để trống: giữ như đang có)"}</label>
<input id="ghi" name="ghi" maxlength="${LONGEST_NOTE}" value="${view?.plan?.note ?? ""}" autocomplete="off"></div>`;
}

const time = (name: string, label: string, value: LocalTime | undefined) =>
	html`<div><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="time" step="1800" value="${value ?? ""}"></div>`;
