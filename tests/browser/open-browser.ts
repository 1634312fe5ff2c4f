import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
	(path) => existsSync(path),
);

/** Why there are no browser tests on this machine, if there are none. */
export const noBrowser = CHROMIUM
	? undefined
	: "no Chromium at /usr/bin/chromium: apt-get install chromium";

export const openBrowser = (): Promise<Browser> =>
	chromium.launch({
		executablePath: CHROMIUM ?? "",
		args: [
			"--no-sandbox", // root in a container has no other
			"--disable-gpu",
			"--disable-dev-shm-usage",
			"--disable-background-networking",
			"--disable-component-update",
			"--no-first-run",
		],
	});

/** A look at the page, when `SCREENSHOTS` names a folder for them. */
export async function look(
	page: Page,
	name: string,
	{ fullPage = false } = {},
): Promise<void> {
	const folder = process.env.SCREENSHOTS;
	if (!folder) return;
	await mkdir(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
