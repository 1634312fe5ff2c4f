import type { Line } from "../../booking/booking.js";
import type { Offer } from "../../booking/session.js";
import type { Slot } from "../../booking/store.js";
import { dayAt, timeAt } from "../../time.js";
import { bullets, showDate, showDay, showSlot } from "./show.js";

/** A full session, as a choice offers it. */
export const WAIT = "Vào danh sách chờ";
export const waitLabel = (session: Pick<Slot, "day">, deskName?: string) =>
	`${WAIT} ${showDay(session.day)}${deskName ? `, ${deskName}` : ""}`;

export const ACCEPT = "Nhận chỗ";
export const DECLINE = "Không nhận chỗ";
export const LEAVE_LINE = "Rời danh sách chờ";
export const LEAVE_YES = "Rời danh sách";

const until = ({ until }: Offer, now: Date) =>
	dayAt(until) === dayAt(now)
		? timeAt(until)
		: `${timeAt(until)} ngày ${showDate(dayAt(until))}`;

/** A seat became free, and is kept for the person. */
export const offered = (slot: Slot, offer: Offer, now: Date) =>
	`Có chỗ cho anh/chị: ${showSlot(slot)}. Em giữ đến ${until(offer, now)}. Nhắn “nhận chỗ” để nhận, “không nhận chỗ” để nhường người chờ sau; không nhận thì anh/chị cũng rời danh sách chờ.`;

export const offerLapsed = ({ day }: Pick<Slot, "day">) =>
	`Chỗ giữ cho anh/chị ${showDay(day)} đã quá hạn nên chuyển cho người chờ sau, và anh/chị không còn trong danh sách chờ. Muốn chờ tiếp, anh/chị nhắn “đặt lịch”.`;

/** On a channel that can call the person, and on one that cannot. */
export const willCall = "Có chỗ trống em nhắn ngay.";
export const cannotCall =
	"Trang này không tự nhắn cho anh/chị được: anh/chị phải quay lại xem. Nhắn bất cứ câu gì, có chỗ em báo ngay. Chỗ chỉ giữ được hai giờ, trong ngày hẹn là ba mươi phút.";

export const inLine = ({ day }: Pick<Slot, "day">, position: number) =>
	`Đã ghi tên anh/chị vào danh sách chờ ${showDay(day)}: anh/chị đứng thứ ${position}.`;
export const LEAVE_HINT = "Không chờ nữa thì nhắn “lịch hẹn”.";

/** Before the name is put down. */
export const confirmLine = (
	{ day }: Pick<Slot, "day">,
	details: readonly string[],
) =>
	`Anh/chị xem lại giúp em:\n${bullets([
		`Danh sách chờ ${showDay(day)}, giờ nào trống trước thì em báo`,
		...details,
	])}\nĐúng chưa ạ?`;

export const lineText = (line: Line, now: Date) =>
	line.offer
		? `Danh sách chờ ${showDay(line.day)}: có chỗ ${line.offer.time}, giữ cho anh/chị đến ${until(line.offer, now)}.`
		: `Danh sách chờ ${showDay(line.day)}: anh/chị đứng thứ ${line.position ?? 1}.`;

/** What is kept about somebody in line. */
export const keptLine = ({ day, visitor }: Line) =>
	`Danh sách chờ ${showDay(day)}\nTên gọi: ${visitor.name}${visitor.onBehalfOf ? ` (đặt hộ ${visitor.onBehalfOf})` : ""}\nĐiện thoại: ${visitor.phone ?? "không có"}`;

export const leftLine = ({ day }: Pick<Slot, "day">) =>
	`Đã xóa tên anh/chị khỏi danh sách chờ ${showDay(day)}.`;
export const notInLine = "Anh/chị không có tên trong danh sách chờ nào.";
export const noOffer = "Hiện chưa có chỗ nào giữ cho anh/chị.";
export const offerGone =
	"Chỗ đó đã quá hạn giữ nên chuyển cho người chờ sau rồi ạ.";
export const seatsAfterAll = ({ day }: Pick<Slot, "day">) =>
	`${showDay(day)} vừa có chỗ trống, không cần chờ nữa.`;
export const lineFull = ({ day }: Pick<Slot, "day">) =>
	`Danh sách chờ ${showDay(day)} cũng đã đầy. Anh/chị chọn ngày khác giúp em.`;
export const lineClosed = ({ day }: Pick<Slot, "day">) =>
	`${showDay(day)} không còn nhận đặt nữa.`;
