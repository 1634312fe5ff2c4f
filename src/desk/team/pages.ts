import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import {
	channelName,
	post,
	ROLE,
} from "../../conversation/wording/staff/team.js";
import type { Desk, Knowledge } from "../../knowledge/schema.js";
import type { Actor, Member, Role } from "../../people/roles.js";
import type { Invitation } from "../../people/team.js";
import { dayAt, timeAt } from "../../time.js";
import { deskPage } from "../page.js";
import { fieldBoxes, saidLine } from "../pieces.js";
import { EVERY_DESK, type Invited } from "./team.js";

interface Shared {
	readonly office: string;
	readonly actor: Actor;
	readonly knowledge: Knowledge;
	/** Those that this administrator may give people to. */
	readonly desks: readonly Desk[];
	readonly everyDesk: boolean;
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

const frame = (title: string, { office, actor }: Shared, body: Markup) =>
	deskPage({ title, office, actor, at: "team", body });

export const teamPage = (
	shared: Shared & {
		readonly members: readonly Member[];
		readonly invitations: readonly Invitation[];
	},
): Markup => {
	const { members, invitations, knowledge } = shared;
	return frame(
		"Nhóm làm việc",
		shared,
		html`<h1>Nhóm làm việc</h1>
${saidLine(shared)}
<ul class="list">${members.map(
			(member) =>
				html`<li><a href="/quan-tri/nhom-lam-viec/${member.id}">${member.name}</a><p>${post(knowledge, member)}${member.fields.length > 0 && html`. Biết: ${member.fields.join(", ")}`}</p></li>`,
		)}</ul>
<section class="card"><h2>Mời người mới</h2>
<form class="form" method="post" action="/quan-tri/nhom-lam-viec/moi">
${postFields(shared, { role: "volunteer", desk: undefined })}
<button type="submit">Tạo lời mời</button>
</form>
<p class="note">Lời mời là một đường dẫn và một mã, dùng một lần, trong 48 giờ.</p></section>
${
	invitations.length > 0 &&
	html`<section class="card"><h2>Lời mời đang chờ</h2>
<ul class="list">${invitations.map(
		(invitation) =>
			html`<li><form class="acts" method="post" action="/quan-tri/nhom-lam-viec/rut/${invitation.id}">
<span>${post(knowledge, invitation)}, đến ${moment(invitation.until)}</span>
<button class="second">Rút lại<span class="quiet"> lời mời ${post(knowledge, invitation)}</span></button>
</form></li>`,
	)}</ul></section>`
}`,
	);
};

export const invitedPage = (
	shared: Shared & { readonly invited: Invited | undefined },
): Markup => {
	const { invited, knowledge } = shared;
	return frame(
		"Lời mời",
		shared,
		html`<h1>Lời mời</h1>
${
	invited
		? html`<p>Mời làm ${post(knowledge, invited)}. Gửi cho đúng một người, bằng một trong hai cách, trước ${moment(invited.told.until)}:</p>
<section class="card"><h2>Vào bằng trang web</h2><p>Mở đường dẫn:</p><p class="secret">${invited.link}</p></section>
<section class="card"><h2>Vào bằng Telegram hoặc Zalo</h2><p>Nhắn cho bot:</p><p class="secret">/vao ${invited.told.code}</p></section>
<p>Đường dẫn và mã chỉ hiện ở trang này, trong 10 phút; sau đó bàn cũng không xem lại được.</p>`
		: html`<p>Đường dẫn và mã của lời mời này không còn hiện. Nếu chưa gửi cho ai, anh/chị rút lời mời lại và tạo lời mời mới.</p>`
}
<p><a class="button" href="/quan-tri/nhom-lam-viec">Về nhóm làm việc</a></p>`,
	);
};

export const memberPage = (
	shared: Shared & {
		readonly member: Member;
		readonly fields: readonly string[];
	},
): Markup => {
	const { member, fields } = shared;
	const at = `/quan-tri/nhom-lam-viec/${member.id}`;
	return frame(
		member.name,
		shared,
		html`<p class="trail"><a href="/quan-tri/nhom-lam-viec">Nhóm làm việc</a></p>
<h1>${member.name}</h1>
${saidLine(shared)}
<p>Vào nhóm ngày ${showDate(dayAt(member.joinedAt))}. Mã trong nhật ký: ${member.id}.</p>
<section class="card"><h2>Vai trò</h2>
<form class="form" method="post" action="${at}">
${postFields(shared, member)}
${fieldBoxes("Lĩnh vực biết", fields, member.fields)}
<button type="submit">Lưu</button>
</form></section>
${
	member.conversations.length > 0 &&
	html`<section class="card"><h2>Cuộc trò chuyện đã nối</h2>
<ul class="list">${member.conversations.map(
		(conversation) =>
			html`<li><form class="acts" method="post" action="${at}/bo-noi">
<span>${channelName(conversation)}</span>
<input type="hidden" name="conversation" value="${conversation}">
<button class="second">Bỏ nối<span class="quiet"> ${channelName(conversation)}</span></button>
</form></li>`,
	)}</ul></section>`
}
<section class="card"><h2>Đưa ra khỏi nhóm</h2>
<p>Tên, cuộc trò chuyện đã nối và quyền vào được xóa ngay.</p>
<form class="form" method="post" action="${at}/moi-ra">
<label class="tick"><input type="checkbox" name="sure" value="co" required> Tôi chắc chắn</label>
<button class="grave">Đưa ra khỏi nhóm</button>
</form></section>`,
	);
};

const ROLES: readonly Role[] = ["volunteer", "administrator"];

const postFields = (
	{ desks, everyDesk }: Shared,
	now: { readonly role: Role; readonly desk: string | null | undefined },
): Markup =>
	html`<fieldset><legend>Vai trò</legend>${ROLES.map(
		(role) =>
			html`<label><input type="radio" name="role" value="${role}"${role === now.role && html` checked`}> ${ROLE[role]}</label>`,
	)}</fieldset>
<div><label for="ban">Bàn</label>
<select id="ban" name="desk">${desks.map(
		({ id, name }) =>
			html`<option value="${id}"${id === now.desk && html` selected`}>${name}</option>`,
	)}${everyDesk && html`<option value="${EVERY_DESK}"${now.desk === null && html` selected`}>Mọi bàn (chỉ quản trị viên)</option>`}</select></div>`;

const moment = (instant: Date) =>
	`${timeAt(instant)} ngày ${showDate(dayAt(instant))}`;
