import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * What the browser gets as it lies in the folder: nothing of it is compiled. It stays among the sources, and is found
 * from the built program as well, which lies as deep in `dist`.
 */
const FOLDER = new URL("../../../src/channels/web/assets/", import.meta.url);

const TYPES = {
	"style.css": "text/css; charset=utf-8",
	"desk.css": "text/css; charset=utf-8",
	"roster.css": "text/css; charset=utf-8",
	"roster-print.css": "text/css; charset=utf-8",
	"sessions.css": "text/css; charset=utf-8",
	"figures.css": "text/css; charset=utf-8",
	"questions.css": "text/css; charset=utf-8",
	"knowledge.css": "text/css; charset=utf-8",
	"report.css": "text/css; charset=utf-8",
	"chat.js": "text/javascript; charset=utf-8",
	"roster.js": "text/javascript; charset=utf-8",
	"icon.svg": "image/svg+xml",
} as const;
export type AssetName = keyof typeof TYPES;

interface Asset {
	readonly type: string;
	readonly content: string;
	/** Changes with the content, so that browsers may keep it for good. */
	readonly version: string;
}

const assets = new Map<string, Asset>(
	Object.entries(TYPES).map(([name, type]) => {
		const content = readFileSync(new URL(name, FOLDER), "utf8");
		const version = createHash("sha256").update(content).digest("base64url");
		return [name, { type, content, version: version.slice(0, 12) }];
	}),
);

/** The address of an asset. */
export const asset = (name: AssetName): string =>
	`/assets/${name}?v=${assets.get(name)?.version}`;

export const readAsset = (name: string): Asset | undefined => assets.get(name);
