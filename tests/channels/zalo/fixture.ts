import { readFileSync } from "node:fs";

/** A body as the platform sends it, with invented values. */
export const fixtureText = (name: string): string =>
	readFileSync(`tests/fixtures/zalo/${name}.json`, "utf8");

export const fixture = (name: string): Record<string, unknown> =>
	JSON.parse(fixtureText(name));
