import type { PersonKey } from "../booking/store.js";
import type { Keeper, Told } from "./keeper.js";
import { actorBy, memberIn } from "./members.js";
import { type Actor, CITIZEN, type Member, type MemberId } from "./roles.js";
import { hashOf, isSecret, readTypedCode } from "./secret.js";
import {
	isSeenLongAgo,
	see,
	signedIn,
	signIn,
	signInOf,
	signOut,
	signOutEverywhere,
} from "./sign-in.js";
import type { Tries } from "./tries.js";
import {
	EVERYTHING,
	giveKey,
	type JoinOutcome,
	join,
	KEY_MS,
	type LinkOutcome,
	link,
	type Opening,
	openFirst,
	openingOf,
} from "./ways-in.js";

export type Looked =
	| { readonly kind: "open"; readonly hash: string; readonly opening: Opening }
	/** Wrong, used, withdrawn or too late. */
	| { readonly kind: "wrong" }
	| { readonly kind: "wait"; readonly seconds: number };

/** Who it is that comes, and every way in and out. */
export interface Door {
	/** Who writes in this conversation. One of `ADMINS` becomes a member with the first message. */
	actorIn(conversation: PersonKey): Promise<Actor>;
	/** Whether the settings name the conversation as an administrator's. */
	isNamed(conversation: PersonKey): boolean;
	actorWith(cookie: string | undefined): Promise<Actor>;
	/** Counts a cookie that stands for nobody; the seconds to wait when there were too many. */
	wrongCookie(who: string): Promise<number | undefined>;

	/** What a link's secret or a typed code opens; nothing is used up. Wrong ones are counted. */
	look(secret: string, who: string): Promise<Looked>;
	/** With the hash that `look` found: becomes a member in a conversation. */
	joinIn(
		conversation: PersonKey,
		hash: string,
		name: string,
	): Promise<JoinOutcome>;
	/** Becomes a member in a browser, which had `before` as its cookie. */
	joinWith(
		before: string | undefined,
		hash: string,
		name: string,
	): Promise<{ readonly kind: "joined"; readonly cookie: string } | NotValid>;
	/** Signs a browser in with a member's key. */
	signIn(
		before: string | undefined,
		hash: string,
	): Promise<
		{ readonly kind: "signed-in"; readonly cookie: string } | NotValid
	>;
	/** Links a conversation with a member's key. */
	linkTo(conversation: PersonKey, hash: string): Promise<LinkOutcome>;
	signOut(cookie: string): Promise<void>;
	/** Gives how many browsers it was. */
	signOutEverywhere(member: MemberId): Promise<number>;

	/** The secret of the first administrator's link; undefined when there is an administrator. */
	openFirst(): Promise<string | undefined>;
	/** For a member's own use within ten minutes: signs in on the web, or links another conversation. */
	giveKey(member: MemberId): Promise<Told>;
}

interface NotValid {
	readonly kind: "not-valid";
}

/** `admins` are conversations that administer from the first start. */
export function createDoor(
	keeper: Keeper,
	tries: Tries,
	admins: ReadonlySet<PersonKey>,
): Door {
	const { now, change, note } = keeper;
	/** Those of `ADMINS` who came in this process: who then leaves is not taken in again by the next word they write. */
	const came = new Set<PersonKey>();

	const newMember = (
		name: string,
		conversations: readonly PersonKey[],
	): Pick<Member, "id" | "name" | "conversations"> => ({
		id: `tv-${keeper.newId()}`,
		name,
		conversations,
	});
	const cookies = (before: string | undefined) => {
		const cookie = keeper.newCookie();
		const kept = {
			now: hashOf(cookie),
			before: before === undefined ? undefined : hashOf(before),
		};
		return { cookie, kept };
	};

	/** An administrator of the settings, who writes for the first time. */
	async function takeIn(conversation: PersonKey): Promise<Member> {
		const member = {
			...newMember("Quản trị viên", [conversation]),
			...EVERYTHING,
			fields: [],
			joinedAt: now(),
		};
		const outcome = await change<Member>((before) => {
			const already = memberIn(before, conversation);
			if (already) return { team: before, outcome: already };
			const { first: _, ...rest } = before;
			return {
				team: { ...rest, members: [...before.members, member] },
				outcome: member,
			};
		});
		if (outcome === member) await note(member.id, "member-joined", member);
		return outcome;
	}

	return {
		async actorIn(conversation) {
			const known = memberIn(await keeper.team(), conversation);
			if (known) {
				came.add(conversation);
				return { kind: "member", member: known };
			}
			if (!admins.has(conversation) || came.has(conversation)) return CITIZEN;
			const member = await takeIn(conversation);
			came.add(conversation);
			return { kind: "member", member };
		},

		isNamed: (conversation) => admins.has(conversation),

		async actorWith(cookie) {
			const team = await keeper.team();
			const found = signInOf(team, cookie, now());
			if (found && isSeenLongAgo(found, now())) await change(see(found, now()));
			return actorBy(team, found?.member);
		},

		wrongCookie: (who) => tries.take("cookie", who),

		async look(secret, who) {
			const link = isSecret(secret) ? secret : undefined;
			const code = link === undefined ? readTypedCode(secret) : undefined;
			const hash = hashOf(link ?? code ?? secret);
			const find = async () => openingOf(await keeper.team(), hash, now());
			if (link !== undefined) {
				// Known first, then counted: nobody is kept out by wrong links of others behind the same address.
				const opening = await find();
				if (opening) return { kind: "open", hash, opening };
				const seconds = await tries.take("link", who);
				return seconds ? { kind: "wait", seconds } : { kind: "wrong" };
			}
			const seconds = await tries.take("code", who);
			if (seconds) return { kind: "wait", seconds };
			const opening = code === undefined ? undefined : await find();
			if (!opening) return { kind: "wrong" };
			await tries.right("code", who);
			return { kind: "open", hash, opening };
		},

		async joinIn(conversation, hash, name) {
			const newcomer = newMember(name, [conversation]);
			const outcome = await change(join(hash, newcomer, now()));
			if (outcome.kind === "joined")
				await note(outcome.member.id, "member-joined", outcome.member);
			return outcome;
		},

		async joinWith(before, hash, name) {
			const newcomer = newMember(name, []);
			const { cookie, kept } = cookies(before);
			const outcome = await change<JoinOutcome>((team) => {
				const joined = join(hash, newcomer, now())(team);
				return joined.outcome.kind === "joined"
					? {
							...joined,
							team: signedIn(joined.team, newcomer.id, kept, now()),
						}
					: joined;
			});
			if (outcome.kind !== "joined") return { kind: "not-valid" };
			await note(outcome.member.id, "member-joined", outcome.member);
			return { kind: "joined", cookie };
		},

		async linkTo(conversation, hash) {
			const outcome = await change(link(hash, conversation, now()));
			if (outcome.kind === "linked") {
				await note(outcome.member.id, "conversation-linked", outcome.member);
			}
			return outcome;
		},

		async signIn(before, hash) {
			const { cookie, kept } = cookies(before);
			const outcome = await change(signIn(hash, kept, now()));
			if (outcome.kind !== "signed-in") return outcome;
			await note(outcome.member.id, "signed-in", outcome.member);
			return { kind: "signed-in", cookie };
		},

		signOut: (cookie) => change(signOut(hashOf(cookie))),

		async signOutEverywhere(member) {
			const browsers = await change(signOutEverywhere(member));
			await note(member, "signed-out-everywhere", { id: member, desk: null });
			return browsers;
		},

		async openFirst() {
			const secret = keeper.newCookie();
			const outcome = await change(openFirst(hashOf(secret)));
			return outcome === "opened" ? secret : undefined;
		},

		async giveKey(member) {
			const { told, kept } = keeper.newWayIn(KEY_MS);
			await change(giveKey({ member, ...kept }));
			return told;
		},
	};
}
