import { describe, expect, it } from "vitest";
import { createPostman } from "../../src/channels/gateway/postman.js";
import type { Converse } from "../../src/conversation/converse.js";
import { State } from "../../src/conversation/state.js";
import { createEditor, type Effect } from "../../src/knowledge/editor.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { createLog } from "../../src/log.js";
import { createSearch } from "../../src/search/search.js";
import { openLowdb } from "../../src/store/lowdb/index.js";
import { createTalk, openPeople } from "../../src/talk.js";
import { instantAt } from "../../src/time.js";
import { aFolder } from "../knowledge/a-folder.js";
import { search } from "../search/knowledge.js";
import { everythingIn, temporaryFolder } from "../store/folder.js";
import { type App, talkTo } from "./talk.js";

const MINH = "telegram:1";
const LAN = "telegram:918273645";
const ASKED = "thuê đất ven biển nuôi tôm cần xin phép ai";
const ALIKE = "đất ven biển cho thuê nuôi tôm xin ở đâu";
const EFFECT: Effect = {
	total: 800,
	changes: [
		{
			text: "chuyển khoản tiền góp vốn",
			before: "góp vốn",
			after: "câu này",
			rightBefore: true,
			rightAfter: false,
		},
	],
};

/** The shipped knowledge in a folder of its own, real files, an administrator, and a postman whose mail is read here. */
async function openOffice(effect: Effect = EFFECT) {
	const { folder } = await aFolder();
	const dataDir = await temporaryFolder();
	const clock = () => instantAt("2026-11-24", "09:00");
	const stores = await openLowdb(dataDir, { clock, state: State });
	const troubles: unknown[] = [];
	let knowing = { knowledge: await loadKnowledge(folder), search };
	const editor = await createEditor({
		folder,
		history: stores.history,
		effect: async () => effect,
	});
	const talk = createTalk(stores, () => knowing, clock, {
		people: openPeople(stores, clock, { admins: [MINH] }),
		editor,
		trouble: (error) => troubles.push(error),
		noted: (error) => troubles.push(error),
	});
	const sent: string[] = [];
	const postman = createPostman({
		bookings: stores.bookings,
		letters: stores.letters,
		gateway: {
			isBusy: () => false,
			notify: async (to, say) => {
				const reply = await say();
				if (!reply) return { kind: "withdrawn" };
				sent.push(`${to} ← ${reply.text}`);
				return { kind: "sent" };
			},
		},
		reach: stores.reach,
		channels: ["telegram"],
		knowledge: () => knowing.knowledge,
		clock,
		log: createLog("silent"),
	});
	const round = async () => {
		await postman.round();
		await new Promise((resolve) => setTimeout(resolve, 20));
	};
	return {
		app: { converse: talk.converse as Converse } as App,
		talk,
		editor,
		stores,
		troubles,
		sent,
		round,
		/** The bot takes over what was published. */
		reload: async () => {
			const knowledge = await loadKnowledge(folder);
			knowing = { knowledge, search: createSearch(knowledge) };
		},
		traces: async (text: string) => {
			await talk.unanswered.log.idle();
			return Object.entries(await everythingIn(dataDir))
				.filter(([name, content]) => `${name} ${content}`.includes(text))
				.map(([name]) => name);
		},
	};
}
type Office = Awaited<ReturnType<typeof openOffice>>;

/** Somebody asks what is not known, and wants to be told. */
async function askedBy(office: Office, conversation: string, text = ASKED) {
	const lan = talkTo(office.app, conversation);
	await lan.says(text);
	const offered = lan.reply.choices?.map(({ label }) => label) ?? [];
	const none = offered.find((label) => /^(Không phải|Chưa đúng)/.test(label));
	if (none) await lan.taps(none);
	if (conversation.startsWith("telegram")) {
		await lan.taps("Báo tôi khi có câu trả lời");
		await lan.taps("Đồng ý, báo tôi");
	}
	await office.talk.unanswered.log.idle();
	return lan;
}

describe("an administrator", () => {
	it("answers in the chat; whoever waited is told once, and nothing says who it was", async () => {
		const office = await openOffice();
		const { app, sent, round, reload, traces, troubles } = office;
		const lan = await askedBy(office, LAN);
		await askedBy(office, "web:a", ALIKE);
		expect(await traces("918273645")).not.toEqual([]);

		const minh = talkTo(app, MINH);
		expect(await minh.says("/cauhoi")).toMatch(
			/có 2 câu.*• 2 lượt: “thuê đất ven biển.*1 người chờ báo/s,
		);
		await minh.taps("thuê đất ven biển");
		expect(minh.reply.text).toContain(`• ${ALIKE}`);
		expect(minh.reply.choices?.map(({ label }) => label)).toEqual([
			"Viết câu trả lời",
			"Gắn vào câu có sẵn",
			"Ngoài phạm vi",
			"Bỏ qua",
			"Xem các câu khác",
		]);
		await minh.taps("Viết câu trả lời");
		expect(await minh.says("chấp thuận chủ trương đầu tư")).toContain(
			"thủ tục nào",
		);
		await minh.says("1");
		expect(minh.reply.text).toContain("Câu trả lời cho “Thuê đất ven biển");
		await minh.says("Anh/chị hỏi Sở Nông nghiệp và Môi trường tỉnh trước");
		const preview = await minh.says("Luật Đất đai 31/2024/QH15, Điều 190");
		expect(preview).toContain("Anh/chị hỏi Sở Nông nghiệp và Môi trường");
		expect(preview).toContain("Căn cứ: Luật Đất đai 31/2024/QH15");
		expect(preview).toContain(
			"Nếu công bố: 2 lượt hỏi này có câu trả lời; trong 800 câu mẫu có 1 câu đổi kết quả:\n• “chuyển khoản tiền góp vốn” (trước: góp vốn; sau: câu này) — sai đi",
		);
		expect(await minh.taps("Công bố")).toMatch(/Đã công bố.*1 người đang chờ/s);
		expect(await minh.says("/cauhoi")).toContain("Không còn câu nào");

		await round(); // before the bot knows what was published
		expect(sent).toEqual([]);
		await reload();
		await round();
		await round();
		expect(sent).toHaveLength(1);
		expect(sent[0]).toMatch(
			/^telegram:918273645 ← Hôm trước anh\/chị dặn.*Sở Nông nghiệp/s,
		);
		expect(await traces("918273645")).toEqual([]);
		expect(await lan.says(ALIKE)).toContain("Sở Nông nghiệp");
		expect(await office.talk.unanswered.desk.open()).toEqual([]);
		expect(troubles).toEqual([]);
		await office.stores.close();
	}, 60_000);

	it("takes a question for another way of asking in two taps, and publishes", async () => {
		const office = await openOffice({ total: 800, changes: [] });
		const { app, editor, reload } = office;
		await askedBy(
			office,
			"web:a",
			"bỏ tiền túi vô công ty lúc mô cho đủ rứa hè",
		);
		const minh = talkTo(app, MINH);
		await minh.says("/cauhoi");
		await minh.taps("bỏ tiền túi");
		await minh.taps("Gắn vào câu có sẵn");
		expect(minh.reply.text).toContain("thật ra là hỏi câu nào");
		await minh.says("hạn góp vốn điều lệ công ty tnhh");
		const preview = await minh.taps("Góp vốn điều lệ chậm nhất khi nào?");
		expect(preview).toMatch(
			/Thêm cách hỏi cho “Góp vốn điều lệ chậm nhất khi nào\?”:\n• bỏ tiền túi/,
		);
		expect(preview).toContain("không câu nào đổi kết quả");
		expect(await minh.taps("Công bố")).toContain("Đã công bố");
		await reload();
		const { content } = (await editor.open({
			kind: "faq",
			id: "von-gop-du-90-ngay",
		})) ?? { content: { asks: [] } };
		expect(content.asks).toContain(
			"bỏ tiền túi vô công ty lúc mô cho đủ rứa hè",
		);
		await office.stores.close();
	}, 60_000);

	it("ends a question that is not for us, and takes that back", async () => {
		const office = await openOffice();
		await askedBy(office, LAN);
		const minh = talkTo(office.app, MINH);
		await minh.says("/cauhoi");
		await minh.taps("thuê đất");
		const older = minh.reply;
		expect(await minh.taps("Ngoài phạm vi")).toContain("ngoài phạm vi");
		expect(await office.stores.followers.groups()).toEqual([]);
		const done = minh.reply;
		await askedBy(office, "web:b", ASKED);
		expect(await minh.says("/cauhoi")).toContain("Không còn câu nào");
		expect(await minh.tapsOn(done, "Lấy lại câu này")).toContain("Đã lấy lại");
		expect(await minh.says("/cauhoi")).toContain("2 lượt");
		expect(await minh.tapsOn(older, "Bỏ qua")).toContain("Đã bỏ qua");
		await office.stores.close();
	}, 60_000);

	it("corrects an answer in four messages", async () => {
		const office = await openOffice();
		const minh = talkTo(office.app, MINH);
		await minh.says("/faq góp vốn điều lệ chậm nhất");
		expect(await minh.taps("Góp vốn điều lệ chậm nhất khi nào?")).toMatch(
			/Đang có:.*90 ngày.*Câu trả lời mới/s,
		);
		await minh.says("Góp đủ trong 90 ngày, trễ thì đăng ký giảm vốn");
		expect(await minh.taps("Giữ nguyên")).toContain("trễ thì đăng ký giảm vốn");
		expect(await minh.taps("Công bố")).toContain("Đã công bố");
		const published = minh.reply;
		const faq = { kind: "faq", id: "von-gop-du-90-ngay" } as const;
		expect((await office.editor.open(faq))?.content).toMatchObject({
			answer: "Góp đủ trong 90 ngày, trễ thì đăng ký giảm vốn",
			checkedOn: "2026-11-24",
		});
		expect(await minh.tapsOn(published, "Lấy lại bản cũ")).toContain(
			"Đã lấy lại bản cũ",
		);
		expect((await office.editor.open(faq))?.content.answer).toContain(
			"phải góp đủ vốn trong 90 ngày",
		);
		await office.stores.close();
	}, 60_000);

	it("sees that somebody else changed the answer meanwhile", async () => {
		const office = await openOffice();
		const [minh, other] = [talkTo(office.app, MINH), office.editor];
		const faq = { kind: "faq", id: "von-gop-du-90-ngay" } as const;
		await minh.says("/faq góp vốn điều lệ chậm nhất");
		await minh.taps("Góp vốn điều lệ chậm nhất khi nào?");
		await minh.says("Lời của Minh");
		const opened = await other.open(faq);
		if (!opened) throw new Error("no such entry");
		await other.publish(
			{ entry: faq, content: { ...opened.content, answer: "Lời của An" } },
			opened.version,
			"tv-33333333",
			instantAt("2026-11-24", "09:00"),
		);
		await minh.taps("Giữ nguyên");
		const clash = await minh.taps("Công bố");
		expect(clash).toMatch(/người khác sửa.*Lời của An.*Lời của Minh/s);
		await minh.taps("Công bố");
		expect((await other.open(faq))?.content.answer).toBe("Lời của Minh");
		await office.stores.close();
	}, 60_000);

	it("adds an answer, mends it before publishing, and hears what is wrong with it", async () => {
		const office = await openOffice();
		const minh = talkTo(office.app, MINH);
		await minh.says(
			"/faq thành lập công ty tnhh một thành viên có cần con dấu không",
		);
		await minh.taps("Thêm câu mới");
		if (minh.reply.text.includes("thuộc thủ tục nào")) await minh.says("1");
		await minh.says("x".repeat(1_600));
		expect(minh.reply.text).toContain("Dài quá");
		await minh.says("Công ty tự quyết định có con dấu hay không");
		await minh.says("Luật Doanh nghiệp 59/2020/QH14, Điều 43");
		await minh.taps("Sửa");
		await minh.taps("Câu hỏi");
		expect(
			await minh.says("mở công ty một mình phải khắc dấu không"),
		).toContain("Mở công ty một mình phải khắc dấu không?");
		await minh.taps("Công bố");
		const record = await office.editor.history();
		expect(record[0]?.summary).toContain("Mở công ty một mình phải khắc dấu");
		await office.stores.close();
	}, 60_000);
});

it("a citizen who asks for it is refused kindly, and leaves no form open", async () => {
	const office = await openOffice();
	const hoa = talkTo(office.app, "telegram:7");
	for (const typed of ["/cauhoi", "/faq phí", "staff:question:2611-1:answer"])
		expect(await hoa.says(typed)).toContain("dành cho người trực bàn");
	await office.stores.close();
}, 30_000);
