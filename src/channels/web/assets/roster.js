// Without this script every tap reloads the page. With it the list changes in place, also when somebody else taps.
const list = document.getElementById("danh-sach");
const status = document.getElementById("song");

for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}

if (list) {
	let asking = false;
	let again = false;

	/** Puts the new list in place of the old one, and keeps what is open, typed and focused. */
	const show = (markup) => {
		const open = [...list.querySelectorAll("details[open]")].map(
			(one) => one.id,
		);
		const typed = [...list.querySelectorAll("textarea, select")].map((one) => [
			one.id,
			one.value,
		]);
		const focused = list.contains(document.activeElement)
			? pathOf(document.activeElement)
			: undefined;
		const notice = list.querySelector(".done");
		const about = notice?.closest(".visitor")?.id;
		// The server has escaped what people wrote.
		list.innerHTML = markup;
		// What came of the last tap stays to be read until there is another one.
		if (notice && !list.querySelector(".done")) {
			const taps = about && document.querySelector(`[id="${about}"] > .taps`);
			if (taps) taps.before(notice);
			else list.prepend(notice);
		}
		for (const id of open)
			document.getElementById(id)?.setAttribute("open", "");
		for (const [id, value] of typed) {
			const field = document.getElementById(id);
			if (!field || !value) continue;
			const before = field.value;
			field.value = value;
			if (field.value !== value) field.value = before; // no such choice any more
		}
		if (focused) refocus(focused);
	};

	/** Buttons have no id of their own: they are found again by visitor and act. */
	const pathOf = (element) => ({
		id: element.id,
		visitor: element.closest(".visitor")?.id,
		act: element.value,
		summary: element.matches("summary") && element.parentElement.id,
	});
	const refocus = ({ id, visitor, act, summary }) => {
		const card = visitor && document.getElementById(visitor);
		const target =
			(id && document.getElementById(id)) ||
			(summary && document.querySelector(`#${summary} > summary`)) ||
			(card &&
				(card.querySelector(`button[value="${act}"]`) ||
					card.querySelector("button, summary")));
		target?.focus({ preventScroll: true });
	};

	const refresh = async () => {
		if (asking) {
			again = true;
			return;
		}
		asking = true;
		try {
			do {
				again = false;
				const response = await fetch(list.dataset.page, {
					headers: { "X-Fragment": "1" },
				});
				// Signed out meanwhile: the way in.
				if (response.redirected || response.status === 401) location.reload();
				else if (response.ok) show(await response.text());
			} while (again);
			say("");
		} catch {
			say("Mất mạng: danh sách có thể đã cũ.");
		} finally {
			asking = false;
		}
	};

	list.addEventListener("submit", async (event) => {
		const form = event.target;
		if (!form.matches("[data-tap]")) return;
		event.preventDefault();
		const { submitter } = event;
		const code = form.closest(".visitor").id;
		const body = new URLSearchParams(new FormData(form, submitter));
		submitter.disabled = true;
		try {
			const response = await fetch(form.action, {
				method: "POST",
				headers: { "X-Fragment": "1" },
				body,
			});
			const answer = await response.text();
			if (response.ok) {
				for (const box of form.querySelectorAll("details, textarea")) {
					if (box.matches("details")) box.open = false;
					else box.value = "";
				}
				show(answer);
				refocus({ visitor: code });
			} else {
				say(answer);
				submitter.disabled = false;
			}
		} catch {
			say("Chưa ghi được: mất mạng. Anh/chị bấm lại khi có mạng.");
			submitter.disabled = false;
		}
	});

	// Only while somebody looks: a phone in a pocket costs neither of us anything.
	let line;
	const follow = () => {
		if (document.hidden) {
			line?.close();
			line = undefined;
			return;
		}
		if (line && line.readyState !== EventSource.CLOSED) return;
		line = new EventSource(list.dataset.live);
		let first = !list.dataset.followed;
		line.addEventListener("open", () => {
			say("");
			// After a cut there may be news that nobody told us.
			if (!first) refresh();
			first = false;
			list.dataset.followed = "1";
		});
		line.addEventListener("message", refresh);
		line.addEventListener("error", () => {
			say(
				line?.readyState === EventSource.CLOSED
					? "Danh sách không tự cập nhật nữa. Anh/chị tải lại trang khi cần."
					: "Đang nối lại…",
			);
		});
	};
	document.addEventListener("visibilitychange", follow);
	addEventListener("pagehide", () => line?.close());
	addEventListener("pageshow", ({ persisted }) => {
		if (!persisted) return;
		line = undefined;
		follow();
	});
	follow();
}

function say(words) {
	if (status) status.textContent = words;
}
