import { type Context, Hono } from "hono";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import type { QuestionDesk } from "../../questions/desk.js";
import { drawFigures } from "../../report/charts/of-figures.js";
import { csv, csvRows } from "../../report/csv.js";
import { periodsSince } from "../../report/period.js";
import { helpfulIn, unansweredIn } from "../../report/unanswered.js";
import { dayAt } from "../../time.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { type Choice, nameOf, readChoice } from "./choice.js";
import { figuresPage } from "./page.js";
import { reportPage } from "./report-page.js";

/** `/quan-tri/so-lieu`: the numbers of a period as a page, as a table for spreadsheets, and on paper. Nobody is in them. */
export function figuresRoutes({
	requires,
	report,
	zaloUsage,
	questions,
	knowledge,
	office,
	clock,
}: Pick<
	DeskParts,
	"requires" | "report" | "zaloUsage" | "knowledge" | "office" | "clock"
> & { readonly questions: Pick<QuestionDesk, "open" | "ratings"> }) {
	const today = () => dayAt(clock());
	const gate = requires("see-figures", UNNOTED, {
		desk: (c) => c.req.query("ban") || undefined,
	});
	const choiceOf = (c: Context<DeskEnv>) =>
		readChoice(
			{ period: c.req.query("ky"), desk: c.req.query("ban") },
			c.var.actor,
			knowledge().desks,
			today(),
		);
	const figuresOf = ({ period, desk }: Choice) =>
		report.figures(period, today(), desk && [desk.id]);

	return new Hono<DeskEnv>()
		.get("/quan-tri/so-lieu", gate, async (c) => {
			const choice = choiceOf(c);
			if (!choice) return refuse(c, NOT_FOUND, office());
			const { period } = choice;
			const [figures, asked, open, ratings, usage] = await Promise.all([
				figuresOf(choice),
				report.asked(period),
				questions.open(period.from),
				Promise.all(period.months.map((month) => questions.ratings(month))),
				zaloUsage(),
			]);
			return c.html(
				figuresPage({
					figures,
					asked,
					helpful: helpfulIn(ratings),
					unanswered: unansweredIn(
						open.map(({ group }) => group),
						period.from,
						period.to,
					),
					usage,
					choice,
					periods: periodsSince(await report.first(today()), today()),
					today: today(),
					drawn: await drawFigures(figures),
					actor: c.var.actor,
					office: office(),
				}),
			);
		})
		.get("/quan-tri/so-lieu.csv", gate, async (c) => {
			const choice = choiceOf(c);
			if (!choice) return refuse(c, NOT_FOUND, office());
			const rows = csvRows(await figuresOf(choice), nameOf(choice));
			return c.body(csv(rows), 200, {
				"Content-Type": "text/csv; charset=utf-8",
				"Content-Disposition": `attachment; filename="so-lieu-${choice.period.key}.csv"`,
			});
		})
		.get("/quan-tri/so-lieu/bao-cao", gate, async (c) => {
			const choice = choiceOf(c);
			if (!choice) return refuse(c, NOT_FOUND, office());
			return c.html(
				reportPage({
					figures: await figuresOf(choice),
					choice,
					office: knowledge().office,
					today: today(),
					actor: c.var.actor,
				}),
			);
		});
}
