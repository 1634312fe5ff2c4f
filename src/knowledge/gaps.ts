import { weekday } from "../time.js";
import type { Knowledge } from "./schema.js";

const SATURDAY = 6;

/** What nobody has filled in yet: the bot says that it does not know, and the desk should find out. */
export function gaps({ office, desks }: Knowledge): readonly string[] {
	const open: string[] = [];
	const ask = (file: string, field: string, value: unknown, what: string) => {
		if (value === null) open.push(`${file} ${field}: chưa có ${what}`);
	};
	ask("office.yaml", "address", office.address, "địa chỉ của Sở");
	ask("office.yaml", "phone", office.phone, "điện thoại của Sở");
	ask("office.yaml", "email", office.email, "thư điện tử của Sở");
	ask("office.yaml", "hours", office.hours, "giờ làm việc của Sở");
	ask(
		"office.yaml",
		"dataController.contact",
		office.dataController.contact,
		"liên hệ của người phụ trách dữ liệu cá nhân",
	);
	for (const { id, place, phone, opened } of desks) {
		for (const day of opened.filter((day) => weekday(day) !== SATURDAY)) {
			open.push(
				`desks.yaml ${id}.opened: ${day} không phải thứ Bảy, nên không có tác dụng`,
			);
		}
		ask("desks.yaml", `${id}.place`, place, "địa điểm của bàn");
		ask("desks.yaml", `${id}.phone`, phone, "điện thoại của bàn");
	}
	return open;
}
