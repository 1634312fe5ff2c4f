import type { PersonKey } from "../booking/store.js";
import type { ReachStore } from "./reach.js";
import { channelOf } from "./windows.js";

/** Of these, the best first, the one who can be written to now; undefined when nobody can. */
export async function recipientAmong(
	people: readonly PersonKey[],
	channels: readonly string[],
	reach: Pick<ReachStore, "isLost">,
): Promise<PersonKey | undefined> {
	for (const person of people)
		if (channels.includes(channelOf(person)) && !(await reach.isLost(person)))
			return person;
	return undefined;
}
