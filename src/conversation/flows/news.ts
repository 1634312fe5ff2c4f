import { mayPush } from "../../outbox/windows.js";
import { sayInLine } from "../notify.js";
import type { Reply } from "../reply.js";
import type { Scene } from "../scene.js";
import { paragraphs, type Turn } from "../turn.js";
import { sayClosed } from "./closed.js";

/** As many other times as a person compares. */
const INSTEAD = 3;

/**
 * Where nobody can be called, what happened since they last wrote is said before anything else: a seat that became free
 * for them, one that went to the next, a Saturday that shut. On the other channels the outbox brings it.
 */
export async function withNews(scene: Scene, turn: Turn): Promise<Turn> {
	if (turn.wiped || mayPush(scene.person)) return turn;
	const news = [...(await ofLines(scene)), ...(await ofBookings(scene))];
	return news.reduceRight(before, turn);
}

async function ofLines({ booking, person, now }: Scene): Promise<Reply[]> {
	const news: Reply[] = [];
	for (const line of await booking.waiting(person)) {
		const { offer, lapsed } = line;
		const isNew = offer && !offer.told && now < offer.until;
		if (!lapsed && !isNew) continue;
		await booking.tellWaiting(person, line);
		news.push(sayInLine(lapsed ? "lapsed" : "offer", line, line, now));
	}
	return news;
}

async function ofBookings({ booking, person }: Scene): Promise<Reply[]> {
	const news: Reply[] = [];
	for (const one of await booking.mine(person)) {
		if (one.given?.includes("closed") || !(await booking.isShut(one))) continue;
		await booking.tellShut(one);
		news.push(sayClosed(one, await booking.instead(one, INSTEAD)));
	}
	return news;
}

/** The choices of what was asked stay the first, so that their numbers mean what they meant. */
const before = (turn: Turn, { text, choices = [] }: Reply): Turn => {
	const shown = turn.reply.choices ?? [];
	const added = choices.filter(({ value }) =>
		shown.every((choice) => choice.value !== value),
	);
	return {
		...turn,
		reply: {
			...turn.reply,
			text: paragraphs(text, turn.reply.text),
			choices: [...shown, ...added],
		},
	};
};
