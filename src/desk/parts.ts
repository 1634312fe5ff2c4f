import type { WebParts } from "../channels/web/parts.js";
import type { AuditStore } from "../people/audit.js";
import type { People } from "../people/people.js";
import type { Requires } from "./gate.js";

/** What the desk's pages are built over, besides what every page has. A service more is a line here and one in app.ts. */
export interface DeskServices {
	readonly people: People;
	readonly audit: AuditStore;
}

/** What the desk as a whole is built over. */
export interface DeskDeps
	extends DeskServices,
		Pick<
			WebParts,
			| "knowledge"
			| "understand"
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
