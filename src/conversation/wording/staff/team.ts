import type { PersonKey } from "../../../booking/store.js";
import type { Desk, Knowledge } from "../../../knowledge/schema.js";
import type { Member, Role } from "../../../people/roles.js";
import { bullets } from "../show.js";

export const ROLE: Readonly<Record<Role, string>> = {
	volunteer: "tình nguyện viên",
	administrator: "quản trị viên",
};

export const ALL_DESKS = "mọi bàn";

export const deskName = (
	{ desks }: Pick<Knowledge, "desks">,
	desk: string | null,
): string =>
	desk === null
		? ALL_DESKS
		: (desks.find(({ id }: Desk) => id === desk)?.name ?? desk);

/** `tình nguyện viên, Bàn tư vấn thứ Bảy` */
export const post = (
	knowledge: Pick<Knowledge, "desks">,
	{ role, desk }: Pick<Member, "role" | "desk">,
): string => `${ROLE[role]}, ${deskName(knowledge, desk)}`;

const CHANNEL: Readonly<Record<string, string>> = {
	telegram: "Telegram",
	zalo: "Zalo",
	terminal: "Cửa sổ lệnh",
};

/** `Telegram`: which conversation exactly is nobody else's business. */
export const channelName = (conversation: PersonKey): string =>
	CHANNEL[conversation.split(":")[0] ?? ""] ?? "Tin nhắn";

export const teamList = (
	members: readonly Member[],
	knowledge: Pick<Knowledge, "desks">,
): string =>
	`Nhóm đang có ${members.length} người:\n${bullets(
		members.map((member) => `${member.name}: ${post(knowledge, member)}`),
	)}`;
