import { createHash } from "node:crypto";
import { join } from "node:path";

/**
 * A file of its own for each key, spread over 256 folders, so that reading one costs the same however many there are.
 * The key is not in the name: a listing of the folder does not say who writes to us.
 */
export function hashedPath(folder: string, key: string): string {
	const name = hashedName(key);
	return join(folder, name.slice(0, 2), name.slice(2));
}

/** A file name that does not give away the key. */
export const hashedName = (key: string): string =>
	`${createHash("sha256").update(key).digest("hex")}.json`;
