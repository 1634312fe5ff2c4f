import type { BookingStore } from "../booking/store.js";
import type { InboxStore } from "../channels/inbox.js";
import type { UsageStore } from "../channels/zalo/usage.js";
import type { SessionStore } from "../conversation/session.js";
import type { HistoryStore } from "../knowledge/history.js";
import type { LetterStore } from "../outbox/letter.js";
import type { ReachStore } from "../outbox/reach.js";
import type { AuditStore } from "../people/audit.js";
import type { ConsentStore } from "../people/consent.js";
import type { TeamStore } from "../people/team.js";
import type { FollowerStore, QuestionStore } from "../questions/store.js";
import type { AskedStore } from "../report/asked.js";

/** Everything that is kept, opened together. `State` is the conversation's own. */
export interface Stores<State> {
	readonly bookings: BookingStore;
	readonly sessions: SessionStore<State>;
	readonly consents: ConsentStore;
	readonly inbox: InboxStore;
	readonly reach: ReachStore;
	readonly letters: LetterStore;
	readonly questions: QuestionStore;
	readonly followers: FollowerStore;
	readonly usage: UsageStore;
	readonly asked: AskedStore;
	readonly team: TeamStore;
	readonly audit: AuditStore;
	readonly history: HistoryStore;
	/** Whether something could be kept at this moment; never rejects. */
	writable(): Promise<boolean>;
	/** Finishes what is in hand; whatever is asked for later is refused. */
	close(): Promise<void>;
}
