import type { Permission } from "../people/roles.js";

/** A page of the desk that one goes to. */
export interface Place {
	readonly at: string;
	readonly href: string;
	readonly label: string;
	/** What is done there, in a line for the first page. */
	readonly about: string;
	readonly needs: Permission;
}

/** In the order of the navigation. A page that is added stands here with one entry. */
export const PLACES = [
	{
		at: "duties",
		href: "/ban/lich-truc",
		label: "Lịch trực",
		about: "Báo buổi mình đến được, báo bận, đến thay; lĩnh vực mình biết.",
		needs: "serve",
	},
	{
		at: "sessions",
		href: "/quan-tri/lich",
		label: "Lịch",
		about: "Mở, sửa, đóng các thứ Bảy; ai bị ảnh hưởng và đã được báo chưa.",
		needs: "plan-sessions",
	},
	{
		at: "team",
		href: "/quan-tri/nhom-lam-viec",
		label: "Nhóm",
		about: "Mời người mới, giao bàn, lĩnh vực và vai trò.",
		needs: "manage-team",
	},
	{
		at: "knowledge",
		href: "/quan-tri/kien-thuc",
		label: "Kiến thức",
		about: "Tìm, sửa, thêm câu trả lời, thủ tục, cách nói, lịch; hoàn tác.",
		needs: "edit-knowledge",
	},
	{
		at: "audit",
		href: "/quan-tri/nhat-ky",
		label: "Nhật ký",
		about: "Ai đã xem hoặc sửa dữ liệu cá nhân.",
		needs: "see-audit",
	},
	{
		at: "questions",
		href: "/quan-tri/cau-hoi",
		label: "Câu hỏi",
		about: "Câu bot chưa trả lời được: gắn vào câu có sẵn, viết câu trả lời.",
		needs: "see-questions",
	},
	{
		at: "review",
		href: "/quan-tri/ra-soat",
		label: "Rà soát",
		about: "Mục đến hạn đối chiếu lại; văn bản đã bị thay thế.",
		needs: "edit-knowledge",
	},
	{
		at: "figures",
		href: "/quan-tri/so-lieu",
		label: "Số liệu",
		about:
			"Năm con số của chương trình theo tháng và lĩnh vực; bảng CSV và báo cáo để in.",
		needs: "see-figures",
	},
	{
		at: "account",
		href: "/ban/tai-khoan",
		label: "Tài khoản",
		about: "Tên để gọi, nối với Telegram hoặc Zalo, đăng xuất.",
		needs: "keep-account",
	},
] as const satisfies readonly Place[];
