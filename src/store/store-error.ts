export type StoreErrorCode =
	/** No room left: nothing was changed, and it works again once there is room. */
	| "full-disk"
	/** The disk refused for another reason: nothing was changed. */
	| "write-failed"
	/** A file of ours says something we cannot read. It is left as it is. */
	| "unreadable"
	/** Another process works on the same folder. */
	| "in-use"
	/** The store was closed. */
	| "closed";

/** Something could not be kept or read back. The message names the file and the remedy, and nothing from inside it. */
export class StoreError extends Error {
	override readonly name = "StoreError";
	readonly code: StoreErrorCode;

	constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
