import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

/** At their own browser. */
export interface Sitting {
	readonly page: Page;
	/** The page complained about nothing, then it closes. */
	leave(): Promise<void>;
}

interface Seat {
	/** Where the page is, and where its cookies belong. */
	readonly url: string;
	readonly path?: string;
	readonly options?: BrowserContextOptions;
	/** Of somebody who is signed in. */
	readonly cookies?: Iterable<readonly [string, string]>;
	/** Statuses that the page answers with on purpose: the browser notes them as errors. */
	readonly expected?: RegExp;
}

/** Opens a page; whatever it complains about, the site's own policy included, fails the test when it is left. */
export async function sitDown(
	browser: Browser,
	{ url, path, options = {}, cookies = [], expected }: Seat,
): Promise<Sitting> {
	const context = await browser.newContext(options);
	await context.addCookies(
		[...cookies].map(([name, value]) => ({ name, value, url })),
	);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("console", (message) => {
		if (!["error", "warning"].includes(message.type())) return;
		if (!expected?.test(message.text())) complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));
	if (path !== undefined) await page.goto(url + path);
	return {
		page,
		async leave() {
			expect(complaints).toEqual([]);
			await context.close();
		},
	};
}

/** How many pixels there are to push sideways; none, when the page fits. */
export const widerThanTheWindow = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			document.documentElement.scrollWidth -
			document.documentElement.clientWidth,
	);

/** What a thumb hits. */
const FINGER_PX = 44;

/** Those of the targets that are seen and smaller than a thumb; of short words in a line, only the height counts. */
export const smallTargets = (
	page: Page,
	targets: string,
	width: "any width" | "wide" = "wide",
): Promise<readonly string[]> =>
	page.evaluate(
		([selector, least, narrowest]) =>
			[...document.querySelectorAll(selector)]
				.map((element) => ({ element, box: element.getBoundingClientRect() }))
				.filter(({ box }) => box.width > 0)
				.filter(({ box }) => box.height < least || box.width < narrowest)
				.map(
					({ element, box }) =>
						`${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`,
				),
		[targets, FINGER_PX, width === "wide" ? FINGER_PX : 0] as const,
	);
