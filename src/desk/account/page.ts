import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { channelName, post } from "../../conversation/wording/staff/team.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Told } from "../../people/keeper.js";
import type { Actor, Member } from "../../people/roles.js";
import { timeAt } from "../../time.js";
import { deskPage } from "../page.js";
import { fieldBoxes, saidLine } from "../pieces.js";

interface Account {
	readonly office: string;
	readonly actor: Actor;
	readonly member: Member;
	readonly knowledge: Knowledge;
	readonly fields: readonly string[];
	readonly browsers: number;
	readonly key: Told | undefined;
	readonly done?: string;
	readonly fault?: string;
}

export const accountPage = (account: Account): Markup => {
	const { office, actor, member, knowledge, fields, browsers, key } = account;
	return deskPage({
		title: "Tài khoản của tôi",
		office,
		actor,
		at: "account",
		body: html`<h1>Tài khoản của tôi</h1>
${saidLine(account)}
<p>Vai trò: ${post(knowledge, member)}.</p>
<section class="card"><h2>Tên và lĩnh vực</h2>
<form class="form" method="post" action="/ban/tai-khoan">
<div><label for="ten">Tên để gọi</label>
<input id="ten" name="name" value="${member.name}" required maxlength="60" autocomplete="name"></div>
${fieldBoxes("Lĩnh vực tôi biết", fields, member.fields)}
<button type="submit">Lưu</button>
</form></section>
${linked(member, key)}
<section class="card"><h2>Đăng xuất</h2>
<p>Anh/chị đang vào trên ${browsers} trình duyệt. Không dùng 12 giờ, hoặc sau 30 ngày, phải vào lại.</p>
<div class="acts">
<form method="post" action="/ban/dang-xuat"><button>Đăng xuất</button></form>
<form method="post" action="/ban/dang-xuat-moi-noi"><button class="second">Đăng xuất mọi nơi</button></form>
</div></section>
<section class="card"><h2>Rời nhóm</h2>
<p>Tên, cuộc trò chuyện đã nối và quyền vào của anh/chị được xóa ngay. Nhật ký chỉ còn mã ${member.id}.</p>
<form class="form" method="post" action="/ban/tai-khoan/roi-nhom">
<label class="tick"><input type="checkbox" name="sure" value="co" required> Tôi chắc chắn</label>
<button class="grave">Rời nhóm</button>
</form></section>`,
	});
};

const linked = ({ conversations }: Member, key: Told | undefined): Markup =>
	html`<section class="card" id="ma"><h2>Nối với Telegram, Zalo</h2>
${
	conversations.length === 0
		? html`<p>Chưa nối. Nối rồi thì nhắn bot là làm được việc của bàn, và lấy được đường dẫn vào trang này.</p>`
		: html`<ul class="list">${conversations.map(
				(conversation) =>
					html`<li><form class="acts" method="post" action="/ban/tai-khoan/bo-noi">
<span>${channelName(conversation)}</span>
<input type="hidden" name="conversation" value="${conversation}">
<button class="second">Bỏ nối<span class="quiet"> ${channelName(conversation)}</span></button>
</form></li>`,
			)}</ul>`
}
${
	key
		? html`<div class="done" role="status"><p>Nhắn cho bot, trước ${timeAt(key.until)}:</p>
<p class="secret">/vao ${key.code}</p>
<p>Mã dùng một lần, xin đừng đưa cho ai.</p></div>`
		: html`<form method="post" action="/ban/tai-khoan/ma"><button class="second">Lấy mã để nối</button></form>`
}</section>`;
