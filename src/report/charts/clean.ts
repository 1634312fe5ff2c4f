/**
 * An SVG as the page's security policy takes it: what the library writes into `style` attributes becomes attributes of
 * SVG's own, its style sheet (of the mouse's looks) and notes for its browser part go.
 */
export const clean = (svg: string, label: string): string =>
	svg
		.replace(/<style[\s\S]*?<\/style>\s*/g, "")
		.replace(/ (?:class|ecmeta_\w+|xml:space)="[^"]*"/g, "")
		.replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
		.replace(
			/^<svg width="\d+" height="\d+"/,
			`<svg role="img" aria-label="${escaped(label)}"`,
		)
		.replaceAll("\n", "");

const attributes = (style: string): string =>
	style
		.split(";")
		.map((part) => part.split(":"))
		.filter(([name]) => name === "font-size" || name === "font-weight")
		.map(([name, value]) => ` ${name}="${value}"`)
		.join("");

const escaped = (text: string): string =>
	text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
