import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Choice } from "../../src/conversation/reply.js";
import { appAt } from "./talk.js";

/** What people type, sensibly or not. */
const WORDS = [
	"đặt lịch",
	"đặt lịch 28/11 8h",
	"28/11",
	"9h",
	"đồng ý",
	"không",
	"chị Hoa",
	"mẹ",
	"Ba",
	"0912345678",
	"045123456789",
	"xác nhận",
	"có",
	"0",
	"1",
	"2",
	"3",
	"9",
	"thôi",
	"quay lại",
	"hủy",
	"hủy lịch",
	"đổi lịch",
	"đổi lịch sang 10h",
	"t7 sau nữa",
	"lịch hẹn",
	"dữ liệu của tôi",
	"xóa dữ liệu của tôi",
	"trợ giúp",
	"gặp người",
	"mở công ty 1 thành viên cần giấy tờ gì",
	"tạm nghỉ",
	"phí bao nhiêu",
	"T7-K4M9XQ",
	"",
	"😀",
	"/start",
	"step:abc:1",
	"step:abc:",
	"ask:none:fee",
	"book:none",
	"cancel:T7-K4M9XQ",
	"correct:phone",
	"chưa đúng ý",
	"rate:up:abc",
	"rate:down:abc",
	"follow:abc",
	"follow:abc:yes",
	"unfollow",
	"nuôi tôm trên cát thì sao",
];

type Move =
	| { readonly kind: "say"; readonly text: string }
	| { readonly kind: "tap"; readonly at: number }
	| { readonly kind: "wait"; readonly minutes: number }
	| { readonly kind: "restart" };

const move: fc.Arbitrary<Move> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant("say" as const),
			text: fc.oneof(
				{ weight: 9, arbitrary: fc.constantFrom(...WORDS) },
				{ weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
			),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({ kind: fc.constant("tap" as const), at: fc.nat(40) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant("wait" as const),
			minutes: fc.constantFrom(1, 11, 60 * 24, 60 * 24 * 5),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);

it("answers any talk, and never loses or doubles a seat", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
			const app = appAt(undefined, undefined, {
				desks: [{ placesPerHalfHour: 1, weeksAhead: 3 }],
			});
			const conversation = "web:anybody";
			const seen: Choice[] = [];
			for (const step of moves) {
				if (step.kind === "wait") app.passes(step.minutes);
				if (step.kind === "restart") app.restarted();
				if (step.kind === "wait" || step.kind === "restart") continue;
				const text =
					step.kind === "say" ? step.text : seen.at(-1 - step.at)?.value;
				if (text === undefined) continue;
				const replies = await app.converse({ conversation, text });
				expect(app.troubles).toEqual([]);
				expect(replies).toHaveLength(1);
				for (const reply of replies) {
					expect(reply.text.trim()).not.toBe("");
					expect(reply.text).not.toMatch(/undefined|null|NaN|\[object/);
					for (const choice of reply.choices ?? []) {
						expect(Buffer.byteLength(choice.value)).toBeLessThanOrEqual(64);
						expect(choice.label).not.toBe("");
						seen.push(choice);
					}
				}
				expect(
					(await app.booking.mine(conversation)).length,
				).toBeLessThanOrEqual(2);
			}
			await app.converse({ conversation, text: "thôi" });
			await app.converse({ conversation, text: "xóa dữ liệu của tôi" });
			await app.converse({ conversation, text: "xóa hết" });
			for (const { free } of await app.booking.sessions()) {
				expect(free).toBeGreaterThan(0);
			}
			for (const { desk, day } of await app.booking.sessions()) {
				for (const hour of await app.booking.hours(desk.id, day)) {
					expect(hour.free).toBe(1);
				}
			}
		}),
		{ numRuns: 150 },
	);
}, 60_000);
