import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Axe {
	run(options: { readonly resultTypes: readonly string[] }): Promise<{
		readonly violations: readonly {
			readonly id: string;
			readonly impact: string | null;
			readonly nodes: readonly { readonly html: string }[];
		}[];
	}>;
}

/**
 * The serious and critical faults that axe-core finds in a page as it stands, each with the first piece of markup that has
 * it. Looked at in a copy, so that it works for pages without scripts and under a strict policy, and leaves them alone.
 */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
	const browser = page.context().browser();
	if (!browser) throw new Error("the page has no browser any more");
	const markup = await page.content();
	const dark = await page
		.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)
		.catch(() => false);
	const context = await browser.newContext({
		viewport: page.viewportSize(),
		colorScheme: dark ? "dark" : "light",
		bypassCSP: true,
	});
	try {
		const copy = await context.newPage();
		const address = new URL("/ban-chup", page.url()).href;
		await copy.route(address, (route) =>
			route.fulfill({
				body: markup.replace(/<script\b[^>]*><\/script>/g, ""),
				contentType: "text/html; charset=utf-8",
			}),
		);
		await copy.goto(address);
		await copy.addScriptTag({ content: await readFile(AXE, "utf8") });
		return await copy.evaluate(async () => {
			const { axe } = globalThis as unknown as { axe: Axe };
			const { violations } = await axe.run({ resultTypes: ["violations"] });
			return violations
				.filter(({ impact }) => impact === "serious" || impact === "critical")
				.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
		});
	} finally {
		await context.close();
	}
}
