import { html } from "hono/html";
import { type Markup, page } from "./layout.js";
import { LONGEST_TEXT } from "./parse.js";
import { renderLines, turnField } from "./render.js";
import type { Line } from "./transcripts.js";

interface Chat {
	readonly lines: readonly Line[];
	readonly turn: string;
	readonly office: string;
	/** The conversation goes on, but what was said before is not kept any more. */
	readonly forgotten: boolean;
}

/** Ways to begin, in the words that would be typed. */
const BEGINNINGS = [
	"Mở công ty TNHH một thành viên cần giấy tờ gì?",
	"Đăng ký hộ kinh doanh ở đâu, lệ phí bao nhiêu?",
	"Đặt lịch thứ Bảy",
	"Lịch hẹn của tôi",
];

export const chatPage = ({ lines, turn, office, forgotten }: Chat): Markup =>
	page({
		title: "Hỏi thủ tục, đặt lịch thứ Bảy",
		office,
		at: "chat",
		body: html`<h1${lines.length > 0 && html` class="quiet"`}>Hỏi thủ tục, đặt&nbsp;lịch&nbsp;thứ&nbsp;Bảy</h1>
${lines.length === 0 && welcome(turn, forgotten)}
<section aria-labelledby="tro-chuyen">
<h2 id="tro-chuyen" class="quiet">Cuộc trò chuyện</h2>
<div id="nhat-ky" class="log" role="log" aria-labelledby="tro-chuyen">${renderLines(lines, turn)}</div>
</section>
<form class="composer" method="post" action="/" data-say>
${turnField(turn)}
<label for="tin" class="quiet">Câu hỏi của anh/chị</label>
<div class="row">
<textarea id="tin" name="text" rows="1" maxlength="${LONGEST_TEXT}" required autocomplete="off" enterkeyhint="send" placeholder="Gõ câu hỏi, hoặc số"></textarea>
<button type="submit">Gửi</button>
</div>
<p id="tinh-trang" class="status" role="status"></p>
</form>
<form class="end" method="post" action="/ket-thuc"${lines.length === 0 && html` hidden`}>
<button>Kết thúc và xóa khung trò chuyện này</button>
<p>Nên bấm khi dùng máy chung. Lịch đã đặt vẫn còn: nhắn mã lịch hẹn để xem, đổi hoặc hủy.</p>
</form>`,
	});

const welcome = (turn: string, forgotten: boolean): Markup =>
	html`<div class="welcome">${
		forgotten
			? html`<p><strong>Anh/chị đang nói chuyện dở với bàn.</strong> Những dòng trước không còn hiện: khung này chỉ giữ lời trong một giờ, và không giữ qua lần khởi động lại. Lịch đã đặt vẫn còn. Anh/chị nhắn tiếp là được.</p>`
			: html`<p>Thủ tục doanh nghiệp, hộ kinh doanh, hợp tác xã, đầu tư: giấy tờ, lệ phí, thời hạn, nơi nộp. Cần gặp người thì đặt lịch với tình nguyện viên sáng thứ Bảy.</p>`
	}
<form class="choices" method="post" action="/" data-say>
${turnField(turn)}
<ul>${BEGINNINGS.map((text) => html`<li><button name="text" value="${text}">${text}</button></li>`)}</ul>
</form>
</div>`;
