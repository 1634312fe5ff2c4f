import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type AssetName, asset } from "./assets.js";

/** Escaped markup; whatever is put into an `html` template is escaped on the way in. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Page {
	/** Of this page alone; the site's name follows it. */
	readonly title: string;
	/** Who answers for the desk, from the knowledge folder. */
	readonly office: string;
	readonly at?: "chat" | "catalogue";
	readonly body: Markup;
	/** In place of the two ways to go that everybody has. */
	readonly ways?: Markup;
	/** In place of what is said of automatic answers. */
	readonly foot?: string;
	/** Styles and scripts besides those of every page. */
	readonly also?: readonly AssetName[];
}

/** The frame of every page: landmarks, a skip link, two ways to go, nothing from elsewhere. */
export const page = ({
	title,
	office,
	at,
	body,
	ways = waysOf(at),
	foot = "Trả lời tự động; khi cần, xin gặp tình nguyện viên.",
	also = at === "chat" ? ["chat.js"] : [],
}: Page): Markup =>
	html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Bàn Thứ Bảy</title>
<link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${asset("style.css")}">
${also.map((name) =>
	name.endsWith(".js")
		? html`<script type="module" src="${asset(name)}"></script>`
		: html`<link rel="stylesheet" href="${asset(name)}">`,
)}
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top">
<div class="wide">
<a class="brand" href="/">Bàn Thứ Bảy</a>
<nav aria-label="Trang">
${ways}
</nav>
</div>
</header>
<main id="noi-dung" class="wide" tabindex="-1">
${body}
</main>
<footer class="wide">
<p>${office}. ${foot}</p>
</footer>
</body>
</html>`;

const waysOf = (at: Page["at"]) =>
	html`${link("/", "Hỏi và đặt lịch", at === "chat")}
${link("/thu-tuc", "Thủ tục", at === "catalogue")}`;

/** A way to go, marked where one is. */
export const link = (href: string, label: string, here: boolean): Markup =>
	here
		? html`<a href="${href}" aria-current="page">${label}</a>`
		: html`<a href="${href}">${label}</a>`;

/** Something that could not be done, and what to do instead. */
export const apology = (
	heading: string,
	words: string,
	office: string,
): Markup =>
	page({
		title: heading,
		office,
		body: html`<h1>${heading}</h1>
<p>${words}</p>
${searchForm("")}
<p><a class="button" href="/">Về trang hỏi</a></p>`,
	});

/** Finds a procedure by everyday words. */
export const searchForm = (query: string): Markup =>
	html`<form class="search" action="/thu-tuc" method="get" role="search">
<label for="tim">Tìm thủ tục</label>
<div class="row">
<input id="tim" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" enterkeyhint="search" placeholder="mở công ty một thành viên">
<button type="submit">Tìm</button>
</div>
</form>`;
