/** One message from a person, whatever the channel. */
export interface Message {
	/** Readable and unique over all channels: `telegram:123`, `zalo:abc`, `web:9f…`. */
	readonly conversation: string;
	/** What was typed, or the `value` of the choice that was tapped. */
	readonly text: string;
	/** What its channel calls it, one for each line: kept with the answer, so that nothing is answered anew after a kill. */
	readonly ids?: readonly string[];
}
