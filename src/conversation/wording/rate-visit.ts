import { ratedUntil } from "../../booking/rating.js";
import type { Booking } from "../../booking/store.js";
import type { Rating } from "../../booking/visit.js";
import { dayAt, timeAt } from "../../time.js";
import { showDay } from "./show.js";

export const RATING: Readonly<Record<Rating, string>> = {
	3: "Rất hài lòng",
	2: "Hài lòng",
	1: "Chưa hài lòng",
};

const until = (booking: Pick<Booking, "day">): string => {
	const end = ratedUntil(booking.day);
	return `${timeAt(end)} ${showDay(dayAt(end))}`;
};

export const askRating = (booking: Pick<Booking, "day">): string =>
	`Anh/chị đã được tiếp ở bàn tư vấn ${showDay(booking.day)}. Anh/chị có hài lòng không ạ? Chọn hoặc nhắn một trong ba mức, chậm nhất ${until(booking)}. Bàn chỉ ghi mức đó để tính số liệu.`;

export const rated = (booking: Pick<Booking, "day">, rating: Rating): string =>
	[
		`Em đã ghi “${RATING[rating].toLowerCase()}”, cảm ơn anh/chị.`,
		rating === 1 &&
			"Bàn xin lỗi vì chưa giúp được như mong muốn. Việc còn vướng thì anh/chị gặp người hỗ trợ hoặc đặt thêm một buổi.",
		`Muốn đổi, anh/chị nhắn lại mức khác đến ${until(booking)}.`,
	]
		.filter(Boolean)
		.join(" ");

export const ratedTooLate =
	"Hiện em không có buổi nào của anh/chị để ghi mức hài lòng: bàn nhận đến tối hôm sau buổi tư vấn, trên kênh đã đặt lịch. Em cảm ơn anh/chị.";
