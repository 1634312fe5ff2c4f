// Without this script every form works by reloading the page; with it the chat goes on in place.
const log = document.getElementById("nhat-ky");
const box = document.getElementById("tin");
const status = document.getElementById("tinh-trang");
const OFFLINE =
	"Chưa gửi được. Anh/chị xem lại mạng rồi gửi lại giúp; chữ đã gõ vẫn còn.";

let busy = false;

document.addEventListener("submit", async (event) => {
	const form = event.target;
	if (!form.matches("[data-say]")) return;
	event.preventDefault();
	if (busy) return;
	const tapped = event.submitter?.value ? event.submitter : undefined;
	const message = new URLSearchParams(new FormData(form, event.submitter));
	busy = true;
	log.setAttribute("aria-busy", "true");
	const patience = setTimeout(() => say("Bàn đang trả lời…"), 500);
	try {
		const response = await fetch("/", {
			method: "POST",
			headers: { "X-Fragment": "1" },
			body: message,
		});
		const answer = await response.text();
		if (!response.ok) {
			say(answer || OFFLINE);
			return;
		}
		for (const old of document.querySelectorAll(".choices, .welcome")) {
			old.remove();
		}
		document.getElementById("moi")?.removeAttribute("id");
		// The server has escaped what people wrote.
		log.insertAdjacentHTML("beforeend", answer);
		for (const field of document.querySelectorAll("[name=turn]")) {
			field.value = response.headers.get("X-Turn");
		}
		document.querySelector("h1").className = "quiet";
		document.querySelector(".end").hidden = false;
		if (!tapped) box.value = "";
		say("");
		const turn = document.getElementById("moi");
		turn?.scrollIntoView({ block: "start" });
		// The tapped button is gone: go on from the answer. Whoever was typing stays in the box.
		if (tapped) {
			turn?.nextElementSibling?.focus({ preventScroll: true });
		}
	} catch {
		say(OFFLINE);
	} finally {
		clearTimeout(patience);
		busy = false;
		log.removeAttribute("aria-busy");
	}
});

// Enter sends and Shift+Enter begins a line, but never in the middle of composing a Vietnamese letter.
box.addEventListener("keydown", (event) => {
	if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	if (box.value.trim()) box.form.requestSubmit();
});

function say(words) {
	status.textContent = words;
}
