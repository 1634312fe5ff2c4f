import type { LocalTime } from "../time.js";
import type { PersonKey, Visitor } from "./store.js";

/** A member of the team; who they are is the business of the room of people. */
export type MemberId = string;

/** Hours of a session, in half-hour steps. */
export interface Hours {
	readonly from: LocalTime;
	readonly to: LocalTime;
}

/** What an administrator decided about one Saturday of one desk; what it leaves out is as the desk usually has it. */
export interface Plan {
	readonly desk: string;
	readonly open: boolean;
	readonly hours?: readonly Hours[];
	/** Places in each half hour, however many volunteers come. */
	readonly places?: number;
	readonly note?: string;
	/**
	 * The kind of day that the calendar said it was when it was opened. A day that has become another kind since then has
	 * to be opened anew.
	 */
	readonly despite?: string;
}

/** A volunteer who comes. */
export interface Duty {
	readonly desk: string;
	readonly member: MemberId;
	readonly since: Date;
}

/** A volunteer who dropped out and is not replaced yet. */
export interface Gap {
	readonly desk: string;
	readonly member: MemberId;
	readonly since: Date;
	/** Who were asked to come instead; absent while nobody was. */
	readonly asked?: readonly MemberId[];
}

/** A seat kept for somebody who waited for it. */
export interface Offer {
	readonly time: LocalTime;
	readonly place: number;
	readonly until: Date;
	/** The person knows of it. */
	readonly told?: true;
}

/** Somebody who waits for a seat of a full session; the earlier in the list, the sooner. */
export interface Waiting {
	readonly desk: string;
	readonly person: PersonKey;
	readonly visitor: Visitor;
	readonly procedure?: string;
	readonly since: Date;
	readonly offer?: Offer;
	/** Their offer has ended: they wait no more, and are kept until they were told. */
	readonly lapsed?: true;
}
