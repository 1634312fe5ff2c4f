import type { Incoming } from "../channel.js";
import type { Entry } from "./entry.js";
import type { LastAnswer } from "./gateway.js";

/**
 * What an earlier process accepted and may not have answered. Where the conversation has answered already, the same is
 * said again, once for all the lines that it answered, and nothing is done again; the rest begins as if it came now.
 */
export async function recover(
	pending: readonly Incoming[],
	lastAnswer: LastAnswer,
	at: number,
): Promise<{
	readonly entries: readonly Entry[];
	/** Lines that are answered with a later one of their burst. */
	readonly done: readonly string[];
}> {
	const entries: Entry[] = [];
	const done: string[] = [];
	for (const [conversation, messages] of byConversation(pending)) {
		const { ids = [], replies = [] } = (await lastAnswer(conversation)) ?? {};
		const answered = messages.filter(({ id }) => ids.includes(id));
		const last = answered.pop();
		if (last) entries.push({ incoming: last, at, said: replies });
		done.push(...answered.map(({ id }) => id));
		for (const incoming of messages)
			if (!ids.includes(incoming.id)) entries.push({ incoming, at });
	}
	return { entries, done };
}

function byConversation(
	messages: readonly Incoming[],
): ReadonlyMap<string, readonly Incoming[]> {
	const groups = new Map<string, Incoming[]>();
	for (const message of messages) {
		const group = groups.get(message.conversation);
		if (group) group.push(message);
		else groups.set(message.conversation, [message]);
	}
	return groups;
}
