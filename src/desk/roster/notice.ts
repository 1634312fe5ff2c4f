import type { createShownOnce } from "../shown-once.js";

/** What came of the last tap, and whom it was about. */
export interface Notice {
	readonly words: string;
	readonly code?: string;
}

/** Kept for the page that follows the tap. */
export type Notices = ReturnType<typeof createShownOnce<Notice>>;
