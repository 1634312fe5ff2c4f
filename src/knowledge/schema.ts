import * as z from "zod";
import { LocalDate, LocalTime } from "../time.js";

const text = z.string().trim().min(1);
/** An amount in đồng; null where the source does not state one. */
const dong = z.int().min(0).nullable();

/** Who takes and decides the file. Everything but `department` is sent elsewhere. */
export const Scope = z.enum([
	"department", // Sở Tài chính
	"commune", // cấp xã
	"economic-zone", // Ban Quản lý Khu kinh tế
	"ministry", // Bộ
	"other", // cơ quan khác
	"expired", // không còn nhận hồ sơ
]);
export type Scope = z.infer<typeof Scope>;

/**
 * How far an entry can be trusted: `verified` agrees with two independent sources, `partly` rests on one or leaves
 * something open, `unverified` must never be told as certain.
 */
export const Confidence = z.enum(["verified", "partly", "unverified"]);
export type Confidence = z.infer<typeof Confidence>;

/** What is paid in all (phí, lệ phí), in đồng. A fee names the source it rests on. */
export const Fee = z
	.strictObject({
		online: dong,
		paper: dong,
		note: text,
		source: z.array(text).min(1, "a fee needs the source it rests on"),
	})
	.describe("fee");
export type Fee = z.infer<typeof Fee>;

/** Time to settle a complete file; no number where the source states none. */
export const Deadline = z.strictObject({
	workingDays: z.int().min(0).optional(),
	days: z.int().min(0).optional(),
	note: text.optional(),
});
export type Deadline = z.infer<typeof Deadline>;

export const ProcedureId = z
	.string()
	.regex(
		/^(\d\.\d{6}|[a-z]{2,})(#[a-z0-9-]+)?$/,
		"expected an official code such as 2.001583, or code#case",
	);

/** One procedure (thủ tục hành chính), or one everyday case of it. */
export const Procedure = z.strictObject({
	/** The official code, or `code#case`. Quoted in YAML, where 2.001610 would read as a number. */
	id: ProcedureId,
	/** Null for a service without a code of its own. */
	code: z.string().nullable(),
	/** The procedure that this case belongs to. */
	caseOf: ProcedureId.optional(),
	/** What a citizen calls it; tells it apart from its look-alikes. */
	title: text,
	/** The official name, spelt as on the national portal. */
	name: text,
	summary: text,
	/** How people ask for it: what the search learns from. */
	asks: z.array(text).min(1),
	field: text,
	level: text,
	scope: Scope,
	submitTo: text,
	documents: z.array(text),
	forms: z.array(text),
	fee: Fee.nullable(),
	deadline: Deadline,
	onlineLevel: text,
	result: text,
	notes: z.array(text).default([]),
	legalBasis: z.array(text),
	/** A later text that has to be compared before details are told as certain. */
	recheck: text.optional(),
	confidence: Confidence,
	checkedOn: LocalDate,
	/** When somebody shall hold it against its sources again; some months after `checkedOn` when left out. */
	reviewBy: LocalDate.optional(),
	publishDecision: text.optional(),
	/** The year the data speaks of. */
	asOf: z.int(),
	sources: z.array(text).min(1),
});
export type Procedure = z.infer<typeof Procedure>;

/** A code that is no longer used and, where known, the one that took its place. */
export const LegacyCode = z.strictObject({
	code: ProcedureId,
	name: text,
	replacedBy: ProcedureId.nullable(),
	note: text,
});
export type LegacyCode = z.infer<typeof LegacyCode>;
export const LegacyCodes = z.strictObject({ legacy: z.array(LegacyCode) });
export type LegacyCodes = z.infer<typeof LegacyCodes>;

/** The part of a procedure that a person asks about. */
export const Aspect = z.enum([
	"documents",
	"fee",
	"deadline",
	"place",
	"online",
	"form",
	"steps",
	"result",
	"legal",
	"conditions",
]);
export type Aspect = z.infer<typeof Aspect>;

/** A question that a procedure page does not answer by itself, with its answer. */
export const Faq = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z0-9-]+$/, "expected lower-case words joined by hyphens"),
	procedure: ProcedureId,
	aspect: Aspect.optional(),
	question: text,
	asks: z.array(text).min(1),
	answer: text,
	source: z.array(text).min(1, "an answer needs the source it rests on"),
	confidence: Confidence,
	checkedOn: LocalDate,
	/** As for a procedure. */
	reviewBy: LocalDate.optional(),
});
export type Faq = z.infer<typeof Faq>;
export const FaqFile = z.strictObject({ faq: z.array(Faq) });
export type FaqFile = z.infer<typeof FaqFile>;

const meaning = z
	.string()
	.regex(/^[a-z0-9-]+$/, "expected lower-case words joined by hyphens");

/** Words that mean the same to the search, and what meanings tell when answers are ranked. */
export const Synonyms = z.strictObject({
	/** Written short for something longer: `tnhh` for `trách nhiệm hữu hạn`. */
	abbreviations: z.record(z.string(), text),
	/** A list of wordings for each meaning; the key is the meaning's name. */
	meanings: z.record(meaning, z.array(text).min(1)),
	kinds: z.strictObject({
		/** Meanings that name who a procedure is for, with the subject they belong to. */
		subjects: z.record(meaning, meaning),
		/** Meanings that tell what is done. */
		deeds: z.array(meaning),
		/** Meanings that narrow a procedure to a few, who will say so. */
		narrowing: z.array(meaning),
		/** Meanings that name an authority other than the province's. */
		authorities: z.array(meaning),
	}),
	/** Words that carry no meaning of their own in a question. */
	fillers: z.array(text),
});
export type Synonyms = z.infer<typeof Synonyms>;

/** What the bot does not answer, and who does, where that is known. */
export const OutOfScope = z.strictObject({
	topics: z.array(
		z.strictObject({
			id: z.string().regex(/^[a-z0-9-]+$/),
			/** What the person is told; names the competent office where it is known. */
			answer: text,
			asks: z.array(text).min(1),
			/** Entries of ours that are near to what was asked. */
			related: z.array(ProcedureId).default([]),
		}),
	),
});
export type OutOfScope = z.infer<typeof OutOfScope>;

/** How people say what they want done, besides asking. */
export const Intents = z.strictObject({
	book: z.array(text).min(1),
	cancel: z.array(text).min(1),
	reschedule: z.array(text).min(1),
	my_booking: z.array(text).min(1),
	human: z.array(text).min(1),
	smalltalk: z.array(text).min(1),
});
export type Intents = z.infer<typeof Intents>;

/** How people ask for each part of a procedure. */
export const Aspects = z.record(Aspect, z.array(text).min(1));
export type Aspects = z.infer<typeof Aspects>;

/** A contact whose value may be unknown: then the bot says so instead of guessing. */
const unknownOr = text.nullable();

export const Office = z.strictObject({
	name: text,
	unit: text,
	address: unknownOr,
	phone: unknownOr,
	email: unknownOr,
	hours: unknownOr,
	/** Where files are handed in now. */
	submission: z.array(
		z.strictObject({ what: text, decidedBy: text, how: text, source: text }),
	),
	portals: z.array(z.strictObject({ url: text, purpose: text })),
	/** Who answers for the personal data kept here (Law 91/2025/QH15). */
	dataController: z.strictObject({ name: text, contact: unknownOr }),
	source: z.array(text).min(1),
	checkedOn: LocalDate,
});
export type Office = z.infer<typeof Office>;

/** Why a day is not an ordinary one. */
export const DayKind = z.enum([
	"statutory", // never open
	"break", // inside a long break: closed unless opened
	"makeup", // offices work this Saturday: closed unless opened
	"undecided", // depends on a decision not seen yet: closed unless opened
]);
export type DayKind = z.infer<typeof DayKind>;

export const CalendarRow = z.strictObject({
	from: LocalDate,
	/** The last day; the same as `from` when left out. */
	to: LocalDate.optional(),
	kind: DayKind,
	name: text,
	status: z.enum(["official", "computed", "provisional"]),
	source: text,
});
export type CalendarRow = z.infer<typeof CalendarRow>;
export const Calendar = z.strictObject({ days: z.array(CalendarRow) });
export type Calendar = z.infer<typeof Calendar>;

/** A place where volunteers sit on Saturdays. */
export const Desk = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	name: text,
	/** Where it is; null while nobody has said, and then the bot says so. */
	place: unknownOr,
	phone: unknownOr,
	/** Hours of a session, in half-hour steps. */
	sessions: z.array(z.strictObject({ from: LocalTime, to: LocalTime })).min(1),
	placesPerHalfHour: z.int().min(1).max(100),
	/** How far ahead one may book: this many Saturdays from today on. */
	weeksAhead: z.int().min(1).max(52),
	/** A half hour can be booked, moved and cancelled until this many minutes before it begins. */
	closesMinutesBefore: z.int().min(0),
	/** Every ordinary Saturday is open; false: only those that somebody opened. */
	weekly: z.boolean().default(true),
	/** Days opened by decision although the calendar closes them (never a statutory holiday). */
	opened: z.array(LocalDate).default([]),
	/** Ordinary days on which nobody comes. */
	closed: z.array(LocalDate).default([]),
});
export type Desk = z.infer<typeof Desk>;
export const Desks = z.strictObject({ desks: z.array(Desk).min(1) });
export type Desks = z.infer<typeof Desks>;

/** A legal text that another took the place of: what rests on it is told with a caution until it is reviewed. */
export const Replaced = z.strictObject({
	/** As grounds name it, with its number: `Nghị định 168/2025/NĐ-CP`. */
	text,
	replacedBy: text,
	markedOn: LocalDate,
	note: text.optional(),
});
export type Replaced = z.infer<typeof Replaced>;
export const ReplacedFile = z.strictObject({ replaced: z.array(Replaced) });

/** All that the bot knows, validated and with every reference resolved. */
export interface Knowledge {
	readonly procedures: ReadonlyMap<string, Procedure>;
	readonly legacy: ReadonlyMap<string, LegacyCode>;
	readonly faq: ReadonlyMap<string, Faq>;
	readonly synonyms: Synonyms;
	readonly outOfScope: OutOfScope;
	readonly intents: Intents;
	readonly aspects: Aspects;
	readonly office: Office;
	readonly calendar: Calendar;
	readonly desks: readonly Desk[];
	readonly replaced: readonly Replaced[];
}
