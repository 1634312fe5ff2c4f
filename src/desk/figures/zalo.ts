import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { Usage } from "../../channels/zalo/usage.js";
import { show } from "./table.js";

/** From this share on, while there is time to do something. */
const WARN_FROM = 0.8;

type Part = Usage["messages"];

const isShort = ({ used, allowed }: Part) => used >= allowed * WARN_FROM;

/** How much of Zalo's free plan is used. */
export const showZalo = ({ month, messages, users }: Usage): Markup =>
	html`<section class="card"><h2>Gói Zalo miễn phí</h2>
${(isShort(messages) || isShort(users)) && html`<p class="caution">${warning(messages, users)}</p>`}
${bar("zalo-tin", `Tin đã gửi, tháng ${month.split("-").reverse().join("/")}`, messages)}
${bar("zalo-nguoi", "Người đã nhắn tới", users)}
</section>`;

const bar = (id: string, name: string, part: Part): Markup =>
	html`<p><label for="${id}">${name}: ${show(part.used)} trên ${show(part.allowed)}</label>
<meter id="${id}" min="0" max="${part.allowed}" high="${part.allowed * WARN_FROM}" value="${part.used}">${show(part.used)} trên ${show(part.allowed)}</meter></p>`;

function warning(messages: Part, users: Part): string {
	const used = [
		isShort(messages) && `${share(messages)} số tin của tháng`,
		isShort(users) && `${share(users)} số người`,
	].filter(Boolean);
	return `Đã dùng ${used.join(" và ")}. Hết gói thì Zalo có thể không gửi được nữa: cân nhắc nâng gói, hoặc mời người dân dùng trang web và Telegram.`;
}

const share = ({ used, allowed }: Part) =>
	`${Math.floor((used / allowed) * 100)}%`;
