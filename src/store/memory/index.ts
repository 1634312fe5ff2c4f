import type { Clock } from "../../time.js";
import type { Stores } from "../stores.js";
import { memoryAsked } from "./asked.js";
import { memoryAudit } from "./audit.js";
import { memoryBookings } from "./bookings.js";
import { memoryConsents } from "./consents.js";
import { memoryFollowers } from "./followers.js";
import { memoryHistory } from "./history.js";
import { memoryInbox } from "./inbox.js";
import { memoryLetters } from "./letters.js";
import { memoryQuestions } from "./questions.js";
import { memoryReach } from "./reach.js";
import { memorySessions } from "./sessions.js";
import { memoryTeam } from "./team.js";
import { memoryUsage } from "./usage.js";

/** For tests and trials: everything kept here dies with the process. */
export const openMemory = <State>(clock: Clock): Stores<State> => ({
	bookings: memoryBookings(),
	sessions: memorySessions(clock),
	consents: memoryConsents(),
	inbox: memoryInbox(clock),
	reach: memoryReach(),
	letters: memoryLetters(),
	questions: memoryQuestions(),
	followers: memoryFollowers(),
	usage: memoryUsage(),
	asked: memoryAsked(),
	team: memoryTeam(),
	audit: memoryAudit(),
	history: memoryHistory(),
	writable: async () => true,
	close: async () => {},
});
