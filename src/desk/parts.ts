import type { SaturdayDesk } from "../booking/saturday-desk.js";
import type { WebParts } from "../channels/web/parts.js";
import type { ReadUsage } from "../channels/zalo/usage.js";
import type { Editor } from "../knowledge/editor.js";
import type { AuditStore } from "../people/audit.js";
import type { People } from "../people/people.js";
import type { QuestionDesk } from "../questions/desk.js";
import type { Report } from "../report/report.js";
import type { Requires } from "./gate.js";

/** What the desk's pages are built over, besides what every page has. A service more is a line here and one in app.ts. */
export interface DeskServices {
	readonly people: People;
	readonly audit: AuditStore;
	readonly saturday: SaturdayDesk;
	readonly report: Report;
	readonly zaloUsage: ReadUsage;
	readonly questions: QuestionDesk;
	readonly editor: Editor;
}

/** What the desk as a whole is built over. */
export interface DeskDeps
	extends DeskServices,
		Pick<
			WebParts,
			| "knowledge"
			| "understand"
			| "findBooking"
			| "closing"
			| "office"
			| "addressOf"
			| "publicUrl"
			| "clock"
			| "log"
		> {}

/** What each `…Routes(parts)` is handed. */
export interface DeskParts extends DeskDeps {
	/** The gate: every route of a room has one, and says what is noted of it. */
	readonly requires: Requires;
}
