import { beforeEach, expect, it } from "vitest";
import type { Gateway } from "../../../src/channels/gateway/gateway.js";
import { createPostman } from "../../../src/channels/gateway/postman.js";
import type { State } from "../../../src/conversation/state.js";
import { createLog } from "../../../src/log.js";
import { openMemory } from "../../../src/store/memory/index.js";
import type { Stores } from "../../../src/store/stores.js";
import { openUnanswered } from "../../../src/unanswered.js";
import { smallFeatures, smallKnowledge } from "../../journeys/small-world.js";
import { frozenClock, seconds } from "./a-gateway.js";
import { type Life, mortal } from "./mortal.js";

beforeEach(frozenClock);

const HOA = "telegram:918273645";
const QUESTION = { text: "thuê đất ven biển nuôi tôm" };
const ANSWER = {
	procedure: "2.001583",
	aspect: null,
	faq: "chuyen-khoan",
} as const;

/** One process over stores that outlive it: an administrator publishes, the postman goes round. */
async function run(stores: Stores<State>, life: Life, sent: string[]) {
	const clock = () => new Date();
	const questions = mortal(stores.questions, life);
	const followers = mortal(stores.followers, life);
	const letters = mortal(stores.letters, life);
	const { desk } = openUnanswered(
		{ questions, followers, letters },
		() => ({ features: smallFeatures }),
		clock,
		() => {},
	);
	const platform = mortal<Pick<Gateway, "notify">>(
		{
			notify: async (to, say) => {
				if (!(await say())) return { kind: "withdrawn" };
				sent.push(to);
				return { kind: "sent" };
			},
		},
		life,
	);
	const bringing = createPostman({
		bookings: stores.bookings,
		letters,
		gateway: { isBusy: () => false, notify: platform.notify },
		reach: stores.reach,
		channels: ["telegram"],
		knowledge: smallKnowledge,
		clock,
		log: createLog("silent"),
	});
	const work = async () => {
		await desk.finish();
		const [open] = await desk.open();
		const ending = { as: "answered", answer: ANSWER } as const;
		if (open)
			await desk.settle(open.group.id, ending, "tv-22222222", "2026-11-23");
		await bringing.round();
	};
	await Promise.race([work(), seconds(0.1)]);
	await seconds(0.1);
}

/** After each step of the twenty or so that a publishing takes. */
const KILLS = Array.from({ length: 24 }, (_, left) =>
	[false, true].map((lastTakesEffect) => ({ left, lastTakesEffect })),
).flat();

it.each(KILLS)(
	"who waits is told once, or twice, by a process killed after $left steps (the next took effect: $lastTakesEffect)",
	async (life) => {
		const stores = openMemory<State>(() => new Date());
		const { log } = openUnanswered(
			stores,
			() => ({ features: smallFeatures }),
			() => new Date(),
			() => {},
		);
		await log.follow(HOA, QUESTION, new Date());
		const sent: string[] = [];
		await run(stores, { ...life }, sent);
		const whole = { left: 1_000, lastTakesEffect: true };
		await run(stores, { ...whole }, sent);
		await run(stores, { ...whole }, sent);
		expect(sent.length).toBeGreaterThanOrEqual(1);
		expect(sent.length).toBeLessThanOrEqual(2);
		expect(await stores.letters.waiting()).toEqual([]);
		expect(await stores.followers.groups()).toEqual([]);
	},
);
