import type { AuditAct } from "../../people/audit.js";

/** What was done, in a few words; the subject stands beside it. */
export const ACT: Readonly<Record<AuditAct, string>> = {
	"team-seen": "xem nhóm làm việc",
	"account-seen": "xem tài khoản",
	"member-joined": "vào nhóm",
	"member-changed": "sửa thành viên",
	"member-removed": "đưa ra khỏi nhóm",
	"member-left": "rời nhóm",
	"conversation-linked": "nối cuộc trò chuyện",
	"conversation-unlinked": "bỏ nối cuộc trò chuyện",
	"invitation-made": "tạo lời mời",
	"invitation-withdrawn": "rút lời mời",
	"signed-in": "vào bàn trực",
	"signed-out-everywhere": "đăng xuất mọi nơi",
	"audit-seen": "xem nhật ký",
	"roster-seen": "xem danh sách buổi",
	"roster-printed": "in danh sách buổi",
	"roster-downloaded": "tải danh sách buổi",
	"visit-recorded": "ghi kết quả",
	"visit-undone": "bỏ ghi kết quả",
	"booking-forwarded": "chuyển người tiếp",
	"walk-in-added": "thêm người đến không hẹn",
	"session-planned": "đổi buổi",
	"hits-seen": "xem lịch hẹn bị ảnh hưởng",
	"waiting-seen": "xem danh sách chờ",
};

/** Also for acts that an earlier or later version wrote. */
export const showAct = (act: string): string =>
	(ACT as Readonly<Record<string, string>>)[act] ?? act;
