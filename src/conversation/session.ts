/**
 * Where the state of conversations is kept. `State` is the conversation's own; a store writes and reads it as plain
 * JSON. Durable once a promise resolves.
 */
export interface SessionStore<State> {
	read(conversation: string): Promise<State | undefined>;
	write(conversation: string, state: State): Promise<void>;
	delete(conversation: string): Promise<void>;
	/** Drops conversations not written since the instant; gives how many. */
	deleteBefore(instant: Date): Promise<number>;
}
