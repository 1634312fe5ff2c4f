import { randomBytes } from "node:crypto";
import type { MemberId } from "../people/roles.js";
import type { Clock } from "../time.js";

/** As long as a key lasts; time to copy it, or to look again. */
const SHOWN_MS = 10 * 60 * 1000;
const MOST = 200;

/**
 * What a page shows to one member after a form, and what is kept nowhere: a new link, a code. In memory, so that a
 * reload shows it again and a restart does not.
 */
export function createShownOnce<Value>(clock: Clock) {
	const shown = new Map<
		string,
		{ readonly to: MemberId; readonly value: Value; readonly at: number }
	>();
	const drop = () => {
		const oldest = clock().getTime() - SHOWN_MS;
		for (const [id, { at }] of shown) {
			if (at > oldest && shown.size <= MOST) break;
			shown.delete(id);
		}
	};
	return {
		put(to: MemberId, value: Value): string {
			const id = randomBytes(12).toString("base64url");
			shown.set(id, { to, value, at: clock().getTime() });
			drop();
			return id;
		},
		get(to: MemberId, id: string | undefined): Value | undefined {
			drop();
			const found = id === undefined ? undefined : shown.get(id);
			return found?.to === to ? found.value : undefined;
		},
	};
}
