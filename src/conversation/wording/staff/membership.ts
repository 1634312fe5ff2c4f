import type { Knowledge } from "../../../knowledge/schema.js";
import type { Member } from "../../../people/roles.js";
import { post } from "./team.js";

/** In what is kept about a person. */
export const membership = (
	member: Member,
	knowledge: Pick<Knowledge, "desks">,
) =>
	`Anh/chị là ${post(knowledge, member)}, tên trong nhóm: ${member.name}. Cuộc trò chuyện này nối với tài khoản đó. Nhật ký ghi các việc anh/chị đã làm dưới mã ${member.id}.`;

/** Before everything is deleted. */
export const membershipEnds =
	"Anh/chị cũng rời nhóm trực bàn, và bị đăng xuất mọi nơi.";

export const membershipEnded =
	"Anh/chị đã rời nhóm trực bàn và được đăng xuất mọi nơi. Nhật ký chỉ còn mã, không còn tên.";

export const membershipStays =
	"Riêng tài khoản quản trị vẫn còn: anh/chị là quản trị viên duy nhất của mọi bàn, xóa đi thì không ai mời được người khác. Anh/chị mời một quản trị viên cho mọi bàn (/moi), rồi xóa lại.";

/** The settings of the server name them: only the operator can change that. */
export const namedInSettings =
	"Máy chủ còn ghi cuộc trò chuyện này trong ADMINS: anh/chị nhờ người vận hành bỏ dòng đó, nếu không lần khởi động sau anh/chị nhắn tin là lại thành quản trị viên.";
