import { ConfigError } from "./config.js";
import { KnowledgeError } from "./knowledge/fault.js";
import { scrub } from "./log.js";

/** Why the process does not start and what to do about it, for the person in front of it: no stack, no secret. */
export function explainStart(error: unknown): string {
	if (error instanceof ConfigError) {
		return `The settings cannot be used (see .env.example):\n${error.message}`;
	}
	if (error instanceof KnowledgeError) {
		return `The knowledge folder cannot be used. Mend what is named, then check with "npm run knowledge:check":\n${error.message}`;
	}
	if (error instanceof Error) {
		return scrub(remedyFor(error) ?? `Could not start: ${error.message}`);
	}
	return scrub(`Could not start: ${String(error)}`);
}

function remedyFor({
	code,
	port,
	address,
	path = "A file or folder",
}: NodeJS.ErrnoException & {
	readonly port?: number;
	readonly address?: string;
}): string | undefined {
	switch (code) {
		case "EADDRINUSE":
			return `Port ${port} on ${address} is in use: stop the other program (perhaps this bot is already running), or choose another PORT.`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return "HOST is not an address of this machine: use 127.0.0.1 for this machine alone, 0.0.0.0 for its network.";
		case "EACCES":
		case "EPERM":
			return port
				? `Port ${port} may not be opened by this user: choose a PORT from 1024 on.`
				: `${path} may not be read or written by this user: check its owner, or choose another DATA_DIR or KNOWLEDGE_DIR.`;
		case "ENOENT":
			return `${path} does not exist: start from the project's folder, or set KNOWLEDGE_DIR and DATA_DIR.`;
		case "ENOTDIR":
		case "EEXIST":
			return `${path} is not a folder: choose another DATA_DIR or KNOWLEDGE_DIR.`;
		case "ENOSPC":
			return "The disk is full: make room, then start again.";
		case "EROFS":
			return `${path} cannot be written: the file system is read-only. Choose another DATA_DIR.`;
		default:
			return undefined;
	}
}
