import type { SessionStore } from "../../conversation/session.js";
import type { Clock } from "../../time.js";

/** Keeps each state as JSON text, so that what does not survive a file does not survive here either. */
export function memorySessions<State>(clock: Clock): SessionStore<State> {
	const sessions = new Map<string, { json: string; writtenAt: Date }>();
	return {
		read: async (conversation) => {
			const session = sessions.get(conversation);
			return session && (JSON.parse(session.json) as State);
		},
		write: async (conversation, state) => {
			const json = JSON.stringify(state);
			sessions.set(conversation, { json, writtenAt: clock() });
		},
		delete: async (conversation) => {
			sessions.delete(conversation);
		},
		deleteBefore: async (instant) => {
			const old = [...sessions].filter(
				([, { writtenAt }]) => writtenAt < instant,
			);
			for (const [conversation] of old) sessions.delete(conversation);
			return old.length;
		},
	};
}
