import { createHash } from "node:crypto";
import { join } from "node:path";

/**
 * A file of its own for each key, spread over 256 folders, so that reading one costs the same however many there are.
 * The key is not in the name: a listing of the folder does not say who writes to us.
 */
export function hashedPath(folder: string, key: string): string {
	const hash = createHash("sha256").update(key).digest("hex");
	return join(folder, hash.slice(0, 2), `${hash.slice(2)}.json`);
}
