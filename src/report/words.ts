import type { Programme } from "./figures.js";
import type { Month } from "./period.js";

/** The five numbers by the names that the programme's reports have, and shorter ones for narrow columns. */
export const NUMBER_NAME: Readonly<
	Record<keyof Programme, { readonly name: string; readonly short: string }>
> = {
	sessions: { name: "Số buổi tổ chức", short: "Buổi" },
	members: { name: "Đoàn viên tham gia", short: "Đoàn viên" },
	settled: { name: "Hồ sơ cũ giải quyết", short: "Hồ sơ cũ" },
	received: { name: "Hồ sơ mới tiếp nhận", short: "Hồ sơ mới" },
	advised: { name: "Lượt người được tư vấn", short: "Tư vấn" },
};

export const FIVE = Object.keys(NUMBER_NAME) as (keyof Programme)[];
/** Those that a field has as well. */
export const THREE = ["settled", "received", "advised"] as const;

export const FIELD_UNKNOWN = "Chưa rõ lĩnh vực";

/** `11/2026` */
export const showMonth = (month: Month): string =>
	month.split("-").reverse().join("/");
