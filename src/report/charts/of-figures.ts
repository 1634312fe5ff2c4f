import { type Figures, servedIn } from "../figures.js";
import { FIELD_UNKNOWN, NUMBER_NAME, showMonth } from "../words.js";
import { type Chart, loadDraw } from "./chart.js";

/** The charts of a page as markup; absent where there is nothing to draw. */
export interface Drawn {
	readonly months?: string;
	readonly fields?: string;
	readonly ratings?: string;
}

/** Fetches the drawing library only when there is something to draw. */
export async function drawFigures(figures: Figures): Promise<Drawn> {
	const months = monthsChart(figures);
	const fields = fieldsChart(figures);
	const ratings = ratingsChart(figures);
	if (!months && !fields && !ratings) return {};
	const draw = await loadDraw();
	return {
		...(months && { months: draw(months) }),
		...(fields && { fields: draw(fields) }),
		...(ratings && { ratings: draw(ratings) }),
	};
}

/** The people served, month by month; a single month needs no chart of months. */
const monthsChart = ({ months, total }: Figures): Chart | undefined =>
	months.length > 1 && servedIn(total) > 0
		? {
				label: `Kết quả theo tháng: ${months
					.filter((month) => servedIn(month) > 0)
					.map((month) => `${showMonth(month.month)} ${servedIn(month)} lượt`)
					.join(", ")}`,
				bars: "upright",
				categories: months.map(({ month }) =>
					months.length > 6 ? String(Number(month.slice(5))) : showMonth(month),
				),
				series: (["advised", "received", "settled"] as const).map(
					(number, index) => ({
						name: NUMBER_NAME[number].short,
						values: months.map((month) => month[number]),
						colour: ([1, 2, 3] as const)[index] ?? 1,
					}),
				),
			}
		: undefined;

const fieldsChart = ({ fields }: Figures): Chart | undefined =>
	fields.length > 0
		? {
				label: `Người được phục vụ theo lĩnh vực: ${fields
					.map((one) => `${one.field ?? FIELD_UNKNOWN} ${servedIn(one)} lượt`)
					.join(", ")}`,
				bars: "lying",
				categories: fields.map(({ field }) => field ?? FIELD_UNKNOWN),
				series: [{ name: "Lượt", values: fields.map(servedIn), colour: 1 }],
			}
		: undefined;

const ratingsChart = ({ people }: Figures): Chart | undefined => {
	const rated = [
		["Rất hài lòng", people.delighted],
		["Hài lòng", people.content],
		["Chưa hài lòng", people.discontent],
	] as const;
	return rated.some(([, count]) => count > 0)
		? {
				label: `Mức hài lòng: ${rated.map(([name, count]) => `${name.toLowerCase()} ${count} lượt`).join(", ")}`,
				bars: "lying",
				categories: rated.map(([name]) => name),
				series: [
					{
						name: "Lượt",
						values: rated.map(([, count]) => count),
						colour: 2,
					},
				],
			}
		: undefined;
};
