import type { BrowserContextOptions } from "playwright-core";

/** As narrow as phones in use are. */
export const PHONE: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	isMobile: true,
	hasTouch: true,
	deviceScaleFactor: 2,
};

export const DESKTOP: BrowserContextOptions = {
	viewport: { width: 1280, height: 800 },
};
