import type { MemberId } from "./session.js";

/** What a visit came to: advised, an old file settled, a new file received, sent elsewhere. */
export const OUTCOMES = [
	"advised", // tư vấn
	"settled", // giải quyết hồ sơ cũ
	"received", // nhận hồ sơ mới
	"elsewhere", // chuyển nơi khác
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What became of a booking on its day. Each change names who made it and when. */
export interface Visit {
	readonly state: "arrived" | "done" | "no-show";
	readonly at: Date;
	readonly by: MemberId;
	/** When they came; absent when nobody noted it before the visit was done. */
	readonly arrivedAt?: Date;
	readonly outcome?: Outcome;
	/** Wiped with the visitor. */
	readonly note?: string;
}

/** What a volunteer records with one tap. */
export type VisitAct =
	| { readonly kind: "arrived" }
	| { readonly kind: "done"; readonly outcome: Outcome; readonly note?: string }
	| { readonly kind: "no-show" }
	/** One step back. A walk-in taken back to before it came is cancelled. */
	| { readonly kind: "undo" };

/** Chưa hài lòng, hài lòng, rất hài lòng. */
export const RATINGS = [1, 2, 3] as const;
export type Rating = (typeof RATINGS)[number];
