import { isDeepStrictEqual } from "node:util";
import { type Context, Hono } from "hono";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import type { Edit } from "../../knowledge/edit.js";
import type { Undone } from "../../knowledge/editor.js";
import { ABSENT, type EntryRef, type Opened } from "../../knowledge/entry.js";
import { KnowledgeError, showFault } from "../../knowledge/fault.js";
import { type Actor, may } from "../../people/roles.js";
import { dayAt } from "../../time.js";
import { createEffects } from "../effect/measure.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { NOT_ALLOWED } from "../refusals.js";
import { createShownOnce } from "../shown-once.js";
import {
	type EditableKind,
	ENTRY,
	entryAddress,
	HISTORY,
	KINDS,
	KNOWLEDGE,
	kindNamed,
	listAddress,
	refNamed,
} from "./at.js";
import { checked, type Faults, faultsFrom, TOP } from "./check.js";
import { asCitizensRead } from "./citizen.js";
import { type EntryForm, entryPage } from "./entry-page.js";
import { ADDED, FIELDS, procedureGroups, REMOVED } from "./fields.js";
import { found, itemsOf } from "./find.js";
import { historyPage, moment } from "./history-page.js";
import { changedLines } from "./lines.js";
import { foundPage, kindPage, kindsPage } from "./list-page.js";
import { newRef, startOf } from "./new-entry.js";
import { previewPage } from "./preview-page.js";
import { contentOf, readTyped, type Typed, typedOf } from "./typed.js";

interface Notice {
	readonly done?: string;
	readonly fault?: string;
}

/** A form of an entry that was sent. */
interface Sent {
	readonly kind: EditableKind;
	/** Missing while it has no name yet. */
	readonly entry: EntryRef<EditableKind> | undefined;
	readonly opened: Opened | undefined;
	readonly typed: Typed;
	readonly version: string;
	readonly removes: boolean;
	/** The name that a new entry was given at its first preview. */
	readonly given: string;
}

/** Kinds whose words no question is found by. */
const UNSEARCHED: readonly EditableKind[] = ["office", "day", "desk"];
/** As long as anybody searches for. */
const LONGEST_QUERY = 200;
const SHOWN = 200;

/** `/quan-tri/kien-thuc`: what the bot knows, corrected in two steps: what it would do, then doing it. */
export function knowledgeRoutes(parts: DeskParts) {
	const { editor, knowledge, understand, people, office, clock, log } = parts;
	const edits = parts.requires("edit-knowledge", UNNOTED, { desk: deskAsked });
	const notices = createShownOnce<Notice>(clock);
	const effectOf = createEffects(editor, log);
	const today = () => dayAt(clock());
	const missing = (c: Context) => refuse(c, NOT_FOUND, office());
	const shared = (c: Context<DeskEnv>) => ({
		office: office(),
		actor: c.var.actor,
		...notices.get(c.var.member.id, c.req.query("xem")),
	});
	/** For the page that follows. */
	const then = (c: Context<DeskEnv>, address: string, notice: Notice) => {
		const sign = notices.put(c.var.member.id, notice);
		const more = address.includes("?") ? "&" : "?";
		return c.redirect(`${address}${more}xem=${sign}`, 303);
	};
	const names = async () => {
		const members = new Map(
			(await people.crew.members()).map(({ id, name }) => [id, name]),
		);
		return (id: string) => members.get(id) ?? `Người đã rời nhóm (${id})`;
	};

	const showForm = (
		c: Context<DeskEnv>,
		form: Pick<EntryForm, "kind" | "opened" | "version" | "typed"> &
			Partial<EntryForm>,
	) => {
		const { kind, opened } = form;
		const item = itemsOf(kind, knowledge(), today()).find(
			({ entry }) => entry.id === opened?.entry.id,
		);
		return c.html(
			entryPage({
				...shared(c),
				faults: {},
				review: item?.review,
				procedures: FIELDS[kind].some(({ as }) => as === "procedure")
					? procedureGroups(knowledge())
					: [],
				...form,
			}),
			form.clash ? 409 : 200,
		);
	};

	/** One's own words stay in the boxes, with what the file says now beside them. */
	const showClash = async (
		c: Context<DeskEnv>,
		{ kind, entry, typed }: Sent,
		current: Opened | undefined,
	) => {
		const [last] = (await editor.history(SHOWN)).filter((record) =>
			isDeepStrictEqual(record.entry, entry),
		);
		const nameOf = await names();
		const did = current ? "đã sửa mục này" : "đã bỏ mục này";
		const who = last
			? `${nameOf(last.by)} ${did} lúc ${moment(last.at)}`
			: `có người ${did}`;
		return showForm(c, {
			kind,
			opened: current,
			version: current?.version ?? ABSENT,
			typed,
			clash: {
				who,
				theirs: current ? typedOf(kind, current.content as never) : {},
			},
		});
	};

	const showFaults = (c: Context<DeskEnv>, sent: Sent, faults: Faults) =>
		showForm(c, { ...sent, faults });

	async function readSent(c: Context<DeskEnv>): Promise<Sent | undefined> {
		const kind = kindNamed(c.req.query("loai"));
		if (!kind) return undefined;
		const body: Readonly<Record<string, unknown>> = await c.req
			.parseBody()
			.catch(() => ({}));
		const textOf = (name: string) => {
			const value = Object.hasOwn(body, name) && body[name];
			return typeof value === "string" ? value : "";
		};
		const entry = refNamed(c.req.query("loai"), c.req.query("ma"));
		return {
			kind,
			entry,
			opened: entry && (await editor.open(entry)),
			typed: readTyped(kind, body),
			version: entry ? textOf("version") : ABSENT,
			removes: textOf("bo") !== "",
			given: textOf("ten"),
		};
	}

	/** The edit that a form asks for; or what is wrong with it. */
	async function editOf(
		sent: Sent,
	): Promise<
		| { readonly edit: Edit; readonly opened: Opened | undefined }
		| { readonly faults: Faults }
	> {
		const { kind, opened, typed } = sent;
		if (sent.removes && sent.entry)
			return { edit: { entry: sent.entry, content: null } as Edit, opened };
		const written = contentOf(kind, typed, opened?.content as never);
		const named =
			sent.entry ??
			(typed[""] === "" && kind === "meaning"
				? ({ kind, id: "" } as const)
				: newRef(kind, written, typed, sent.given, knowledge(), today()));
		if ("faults" in named) {
			const own = checked(kind, typed, written);
			return {
				faults: { ...named.faults, ...("faults" in own && own.faults) },
			};
		}
		const whole =
			kind === "faq" ? { ...(written as object), id: named.id } : written;
		const result = checked(kind, typed, whole);
		if ("faults" in result) return result;
		return {
			edit: { entry: named, content: result.content } as Edit,
			opened: sent.entry ? opened : await editor.open(named),
		};
	}

	async function receive(c: Context<DeskEnv>, act: string, sent: Sent) {
		const { kind, removes } = sent;
		const made = await editOf(sent);
		if ("faults" in made) return showFaults(c, sent, made.faults);
		const { edit, opened } = made;
		const entry = edit.entry as EntryRef<EditableKind>;
		const isNew = sent.entry === undefined;
		if (isNew && opened)
			return takenOrDone(c, act, { ...sent, entry }, edit, opened);
		if (!isNew && sent.version !== (opened?.version ?? ABSENT))
			return clashOrDone(c, { ...sent, entry }, edit, opened);
		if (act !== "cong-bo") return preview(c, { ...sent, entry }, edit, isNew);
		const by = c.var.member.id;
		const outcome = await editor.publish(edit, sent.version, by, clock());
		switch (outcome.kind) {
			case "published":
				return then(c, removes ? listAddress(kind) : entryAddress(entry), {
					done: removes ? REMOVED_WORDS : PUBLISHED,
				});
			case "unchanged":
				return showForm(c, { ...sent, fault: UNCHANGED });
			case "faults":
				return showFaults(c, sent, faultsFrom(kind, outcome.faults));
			case "clash":
				return isNew && outcome.current
					? takenOrDone(c, act, { ...sent, entry }, edit, outcome.current)
					: clashOrDone(c, { ...sent, entry }, edit, outcome.current);
		}
	}

	/** An entry that was to be added is there already: by the same form, or as another one of that name. */
	const takenOrDone = (
		c: Context<DeskEnv>,
		act: string,
		sent: Sent & { readonly entry: EntryRef<EditableKind> },
		{ content }: Edit,
		current: Opened,
	) =>
		act === "cong-bo" &&
		isDeepStrictEqual(plain(content), plain(current.content))
			? then(c, entryAddress(sent.entry), { done: ALREADY })
			: showFaults(
					c,
					{ ...sent, opened: undefined, given: "" },
					{ [NAMED_BY[sent.kind] ?? TOP]: TAKEN },
				);

	/** The same form sent twice is no clash: what it asks for is there. */
	const clashOrDone = (
		c: Context<DeskEnv>,
		sent: Sent & { readonly entry: EntryRef<EditableKind> },
		{ content }: Edit,
		current: Opened | undefined,
	) => {
		if (content === null && current === undefined)
			return then(c, listAddress(sent.kind), { done: REMOVED_WORDS });
		return isDeepStrictEqual(plain(content), plain(current?.content))
			? then(c, entryAddress(sent.entry), { done: ALREADY })
			: showClash(c, sent, current);
	};

	async function preview(
		c: Context<DeskEnv>,
		sent: Sent & { readonly entry: EntryRef<EditableKind> },
		edit: Edit,
		isNew: boolean,
	) {
		const { kind, entry, typed, version, removes } = sent;
		const tried = await editor.preview(edit);
		if (tried.kind === "unchanged")
			return showForm(c, { ...sent, fault: UNCHANGED });
		if (tried.kind === "faults")
			return showFaults(c, sent, faultsFrom(kind, tried.faults));
		const { candidate } = tried;
		return c.html(
			previewPage({
				...shared(c),
				kind,
				id: isNew ? undefined : entry.id,
				summary: candidate.plan.summary,
				removes,
				typed,
				hidden: {
					version,
					...(isNew && { ten: entry.id }),
					...(removes && { bo: "1" }),
				},
				said: asCitizensRead(entry, knowledge(), candidate.knowledge),
				file: candidate.plan.file,
				lines: changedLines(candidate.plan),
				measured: UNSEARCHED.includes(kind)
					? { kind: "none" }
					: await effectOf(candidate),
			}),
		);
	}

	return new Hono<DeskEnv>()
		.get(KNOWLEDGE, edits, (c) => {
			const query = c.req.query("q")?.trim().slice(0, LONGEST_QUERY);
			const kind = kindNamed(c.req.query("loai"));
			const items = (one: EditableKind) => itemsOf(one, knowledge(), today());
			if (query) {
				const looked = KINDS.map((one) => ({
					kind: one,
					items: found(query, items(one), understand()),
				}));
				return c.html(foundPage({ ...shared(c), query, found: looked }));
			}
			if (kind)
				return c.html(
					kindPage({ ...shared(c), list: { kind, items: items(kind) } }),
				);
			const kinds = KINDS.map((one) => ({ kind: one, items: items(one) }));
			const due = kinds
				.flatMap((one) => one.items)
				.filter(({ review }) => review?.isDue || review?.replaced);
			return c.html(kindsPage({ ...shared(c), kinds, due }));
		})
		.get(ENTRY, edits, async (c) => {
			const kind = kindNamed(c.req.query("loai"));
			if (!kind) return missing(c);
			const entry = refNamed(c.req.query("loai"), c.req.query("ma"));
			if (!entry) {
				if (!ADDED.includes(kind)) return missing(c);
				const typed = {
					...typedOf(kind, undefined),
					...startOf(kind, today()),
				};
				return showForm(c, { kind, opened: undefined, version: ABSENT, typed });
			}
			const opened = await readable(editor.open(entry));
			if (opened instanceof KnowledgeError)
				return then(c, listAddress(kind), { fault: broken(opened) });
			if (!opened) return missing(c);
			const typed = typedOf(kind, opened.content as never);
			return showForm(c, { kind, opened, version: opened.version, typed });
		})
		.post(ENTRY, edits, async (c) => {
			const sent = await readable(readSent(c));
			if (sent instanceof KnowledgeError)
				return then(c, KNOWLEDGE, { fault: broken(sent) });
			if (!sent) return missing(c);
			const { kind, entry, removes } = sent;
			const mayBe = entry
				? !removes || REMOVED.includes(kind)
				: ADDED.includes(kind) && !removes;
			if (!mayBe) return missing(c);
			const body = await c.req.parseBody();
			return body.viec === "sua"
				? showForm(c, sent)
				: receive(c, String(body.viec ?? "xem"), sent);
		})
		.get(HISTORY, edits, async (c) => {
			const one = refNamed(c.req.query("loai"), c.req.query("ma"));
			const records = (await editor.history(SHOWN))
				.filter(({ entry }) => mayEdit(c.var.actor, entry))
				.filter(({ entry }) => !one || isDeepStrictEqual(entry, one));
			return c.html(
				historyPage({
					...shared(c),
					records,
					nameOf: await names(),
					isOfOne: one !== undefined,
				}),
			);
		})
		.post(HISTORY, edits, async (c) => {
			const { lan } = await c.req
				.parseBody()
				.catch((): Record<string, unknown> => ({}));
			const id = typeof lan === "string" ? lan : "";
			const record = (await editor.history(SHOWN)).find((one) => one.id === id);
			if (!record) return then(c, HISTORY, { fault: UNKNOWN });
			if (!mayEdit(c.var.actor, record.entry))
				return refuse(c, NOT_ALLOWED, office());
			const outcome = await editor.undo(id, c.var.member.id, clock());
			return then(c, HISTORY, undoneWords(outcome, record.summary));
		});
}

/** A desk's own entry is for those who plan for that desk. */
const deskAsked = (c: Context): string | undefined =>
	kindNamed(c.req.query("loai")) === "desk" ? c.req.query("ma") : undefined;

const mayEdit = (actor: Actor, { kind, id }: EntryRef): boolean =>
	may(actor, "edit-knowledge", kind === "desk" ? id : undefined);

/** The field that gives a new entry its name. */
const NAMED_BY: Partial<Record<EditableKind, string>> = {
	day: "from",
	abbreviation: "id",
};

/** A file that is no YAML at the moment is said, not thrown. */
const readable = <Value>(
	reading: Promise<Value>,
): Promise<Value | KnowledgeError> =>
	reading.catch((error: unknown) => {
		if (error instanceof KnowledgeError) return error;
		throw error;
	});

const broken = ({ faults: [first] }: KnowledgeError) =>
	`Thư mục kiến thức đang có lỗi, chưa sửa được ở đây. ${first ? showFault(first) : ""}`;

/** Without what is left out. */
const plain = (content: unknown): unknown =>
	content === undefined ? undefined : JSON.parse(JSON.stringify(content));

function undoneWords(outcome: Undone, summary: string): Notice {
	switch (outcome.kind) {
		case "published":
			return { done: `Đã hoàn tác: ${summary}. ${SOON}` };
		case "unchanged":
			return { fault: "Không có gì để hoàn tác: mục đã như trước rồi." };
		case "unknown-record":
			return { fault: UNKNOWN };
		case "clash":
			return {
				fault: outcome.current
					? `Chưa hoàn tác: mục “${outcome.current.title}” đã được sửa tiếp sau lần này. Anh/chị hoàn tác lần sửa sau trước, hoặc mở mục ra sửa.`
					: "Chưa hoàn tác: mục này đã bị bỏ sau lần sửa đó.",
			};
		case "faults":
			return {
				fault: `Chưa hoàn tác, vì nội dung cũ không còn hợp với phần khác: ${outcome.faults.map(showFault).join("; ")}`,
			};
	}
}

const SOON = "Bot dùng nội dung mới sau ít giây.";
const PUBLISHED = `Đã công bố. ${SOON}`;
const REMOVED_WORDS = `Đã bỏ mục. ${SOON} Cần lấy lại thì vào lịch sử sửa.`;
const ALREADY = "Nội dung này đã được công bố rồi.";
const UNCHANGED = "Chưa có gì đổi so với nội dung hiện có.";
const TAKEN = "Đã có mục như vậy. Anh/chị tìm mục đó để sửa, hoặc ghi khác đi.";
const UNKNOWN = "Không thấy lần sửa này. Anh/chị tải lại trang.";
