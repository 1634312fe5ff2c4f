import { describe, expect, it } from "vitest";
import { openWeb } from "../channels/web/open-web.js";
import { smallKnowledge } from "./small-world.js";
import { appAt, talkTo } from "./talk.js";

const REPLACED = {
	text: "Nghị định 168/2025/NĐ-CP",
	replacedBy: "Nghị định 1/2027/NĐ-CP",
	markedOn: "2026-11-24",
} as const;

const CAUTION =
	"Nghị định 168/2025/NĐ-CP đã được thay bằng Nghị định 1/2027/NĐ-CP, thông tin này chưa đối chiếu lại; anh/chị hỏi lại nơi nộp trước khi làm.";

describe("when a decree was replaced, what rests on it", () => {
	const withReplaced = () => {
		const app = appAt();
		app.knowledge = { ...app.knowledge, replaced: [REPLACED] };
		return talkTo(app);
	};

	it.each([
		"mở công ty 1 thành viên cần giấy tờ gì",
		"mở công ty 1 thành viên",
	])("is told with one sentence of caution (%j)", async (question) => {
		expect(await withReplaced().says(question)).toContain(CAUTION);
		expect(await talkTo(appAt()).says(question)).not.toContain("thay bằng");
	});

	it("is told so on the procedure's page, until it is reviewed", async () => {
		const page = async (checkedOn: "2026-11-23" | "2026-11-25") => {
			const known = smallKnowledge();
			const [id, entry] = [...known.procedures][0] ?? [];
			if (!id || !entry) throw new Error("an empty world");
			const { web } = openWeb({
				knowledge: () => ({
					...known,
					procedures: new Map([[id, { ...entry, checkedOn }]]),
					replaced: [REPLACED],
				}),
			});
			return (await web.request(`/thu-tuc/${id}`)).text();
		};
		expect(await page("2026-11-23")).toContain(CAUTION);
		expect(await page("2026-11-25")).not.toContain("thay bằng");
	});
});
