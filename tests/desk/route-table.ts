import type { Permission } from "../../src/people/roles.js";

/**
 * Every route of the program and what it takes to be let in; "anybody" where there is no gate. A route that is missing
 * here fails a test: whoever adds one adds its row, and with it the question who may.
 */
export const ROUTES: Readonly<Record<string, Permission | "anybody">> = {
	"GET /healthz": "anybody",
	"GET /assets/:name": "anybody",
	"GET /": "anybody",
	"POST /": "anybody",
	"POST /ket-thuc": "anybody",
	"POST /api/chat": "anybody",
	"GET /thu-tuc": "anybody",
	"GET /thu-tuc/:code/:case?": "anybody",
	"GET /lich-hen/:file{.+\\.ics}": "anybody",

	"GET /vao": "anybody",
	"POST /vao": "anybody",
	"GET /vao/:link": "anybody",
	"POST /vao/:link": "anybody",

	"GET /ban": "see-roster",
	"GET /ban/live": "see-roster",
	"GET /ban/:day/in": "see-roster",
	"GET /ban/:day/danh-sach.html": "see-roster",
	"POST /ban/khach/:code": "record-visit",
	"POST /ban/:day/khach-moi": "record-visit",
	"GET /ban/lich-truc": "serve",
	"POST /ban/lich-truc/linh-vuc": "serve",
	"POST /ban/lich-truc/:day": "serve",
	"GET /ban/tai-khoan": "keep-account",
	"POST /ban/tai-khoan": "keep-account",
	"POST /ban/tai-khoan/ma": "keep-account",
	"POST /ban/tai-khoan/bo-noi": "keep-account",
	"POST /ban/tai-khoan/roi-nhom": "keep-account",
	"POST /ban/dang-xuat": "keep-account",
	"POST /ban/dang-xuat-moi-noi": "keep-account",

	"GET /quan-tri": "manage-team",
	"GET /quan-tri/nhom-lam-viec": "manage-team",
	"POST /quan-tri/nhom-lam-viec/moi": "manage-team",
	"GET /quan-tri/nhom-lam-viec/moi/:id": "manage-team",
	"POST /quan-tri/nhom-lam-viec/rut/:id": "manage-team",
	"GET /quan-tri/nhom-lam-viec/:id": "manage-team",
	"POST /quan-tri/nhom-lam-viec/:id": "manage-team",
	"POST /quan-tri/nhom-lam-viec/:id/bo-noi": "manage-team",
	"POST /quan-tri/nhom-lam-viec/:id/moi-ra": "manage-team",
	"GET /quan-tri/lich": "plan-sessions",
	"GET /quan-tri/lich/xem-truoc": "plan-sessions",
	"POST /quan-tri/lich": "plan-sessions",
	"GET /quan-tri/lich/:day": "plan-sessions",
	"GET /quan-tri/kien-thuc": "edit-knowledge",
	"GET /quan-tri/kien-thuc/muc": "edit-knowledge",
	"POST /quan-tri/kien-thuc/muc": "edit-knowledge",
	"GET /quan-tri/kien-thuc/lich-su": "edit-knowledge",
	"POST /quan-tri/kien-thuc/lich-su": "edit-knowledge",
	"GET /quan-tri/nhat-ky": "see-audit",
	"GET /quan-tri/cau-hoi": "see-questions",
	"GET /quan-tri/cau-hoi/:group": "see-questions",
	"POST /quan-tri/cau-hoi/:group/gan": "edit-knowledge",
	"GET /quan-tri/cau-hoi/:group/tra-loi": "edit-knowledge",
	"POST /quan-tri/cau-hoi/:group/tra-loi": "edit-knowledge",
	"POST /quan-tri/cau-hoi/:group/xong": "see-questions",
	"GET /quan-tri/ra-soat": "edit-knowledge",
	"POST /quan-tri/ra-soat/da-xem": "edit-knowledge",
	"POST /quan-tri/ra-soat/thay-the": "edit-knowledge",
	"GET /quan-tri/so-lieu": "see-figures",
	"GET /quan-tri/so-lieu.csv": "see-figures",
	"GET /quan-tri/so-lieu/bao-cao": "see-figures",
};

/**
 * Addresses that name desk B, or something of it: nobody of desk A gets them. For rooms whose address or query says
 * which desk is meant.
 */
export const OF_DESK_B: readonly string[] = [
	"/quan-tri/so-lieu?ban=b",
	"/quan-tri/kien-thuc/muc?loai=ban&ma=b",
	"/ban?ban=b",
	"/ban?ngay=2026-11-28&ban=b",
	"/ban?buoi=2026-11-28+b",
	"/ban/live?ngay=2026-11-28&ban=b",
	"/ban/2026-11-28/in?ban=b",
	"/ban/2026-11-28/danh-sach.html?ban=b",
	"/ban/lich-truc?ban=b",
	"/quan-tri/lich?ban=b",
	"/quan-tri/lich/2026-12-05?ban=b",
	"/quan-tri/lich/xem-truoc?buoi=2026-12-05+b&viec=dong",
];
