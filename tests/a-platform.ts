import { onTestFinished } from "vitest";
import type { BotSettings } from "../src/config.js";
import { until } from "./channels/telegram/a-bot.js";
import { standIn } from "./channels/telegram/stand-in.js";
import { startZalo } from "./channels/zalo/stand-in.js";

/** Somebody with a chat, on whatever platform. */
export interface Someone {
	/** What the bot said, as it stands in the chat now. */
	readonly shown: readonly string[];
	types(text: string): void;
	/** Takes a choice by its words: by its button where there are buttons, else by its number. */
	takes(label: string): void;
	/** Resolves with the newest message that says this, once there is one. */
	sees(words: string): Promise<string>;
}

/** What a person and an operator find alike on both platforms. */
export interface Platform {
	readonly settings: BotSettings;
	/** With a number of their own, where the platform gives numbers. */
	person(name: string, id?: number): Someone;
	/** Resolves once updates are posted to the bot. */
	postsUpdates(): Promise<void>;
	/** Every update so far comes once more; resolves when all have. */
	bringsAllAgain(): Promise<void>;
}

export async function openTelegram() {
	const telegram = await standIn();
	onTestFinished(() => telegram.close());
	const platform: Platform = {
		settings: { token: telegram.token, apiRoot: telegram.url },
		person(name, id) {
			const { chat, types, taps } = telegram.person(name, id);
			return someone({
				shown: () => chat.map(({ text }) => text),
				types,
				takes: taps,
			});
		},
		postsUpdates: () => until(() => telegram.webhook.url !== ""),
		async bringsAllAgain() {
			telegram.bringsAllAgain();
			await telegram.delivered();
		},
	};
	return { ...platform, telegram };
}

export async function openZalo() {
	const zalo = await startZalo();
	onTestFinished(() => zalo.stop());
	const platform: Platform = {
		settings: { token: zalo.token, apiRoot: zalo.apiRoot },
		person(name) {
			const { received, types } = zalo.person(name);
			return someone({
				shown: () => [...received],
				types,
				takes: (label) =>
					types(numberOf(label, received.findLast(isMenu) ?? "")),
			});
		},
		postsUpdates: () => zalo.until(() => zalo.deliveries.length > 0),
		async bringsAllAgain() {
			await zalo.deliverAllAgain();
			await zalo.drained();
		},
	};
	return { ...platform, zalo };
}

export const PLATFORMS = { telegram: openTelegram, zalo: openZalo } as const;

const isMenu = (text: string) => text.includes("Nhắn số để chọn");

function numberOf(label: string, menu: string): string {
	const line = menu.split("\n").find((one) => one.includes(label)) ?? "";
	const [number] = /^\d+(?=\. )/.exec(line) ?? [];
	if (!number) throw new Error(`no choice says "${label}":\n${menu}`);
	return number;
}

/** Longer than anything here takes; then the test is told what the chat shows. */
const PATIENCE_MS = 20_000;

function someone({
	shown,
	types,
	takes,
}: {
	readonly shown: () => readonly string[];
	readonly types: (text: string) => unknown;
	readonly takes: (label: string) => unknown;
}): Someone {
	return {
		get shown() {
			return shown();
		},
		types: (text) => void types(text),
		takes: (label) => void takes(label),
		async sees(words) {
			const end = performance.now() + PATIENCE_MS;
			for (;;) {
				const found = shown().findLast((text) => text.includes(words));
				if (found !== undefined) return found;
				if (performance.now() > end)
					throw new Error(
						`nothing says "${words}":\n${shown().join("\n---\n")}`,
					);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		},
	};
}

/** From the first command to the code, for 28/11. */
export async function books(
	person: Someone,
	{
		time = "08:00",
		name = "chị Hoa",
		phone,
	}: {
		readonly time?: string;
		readonly name?: string;
		readonly phone?: string;
	} = {},
): Promise<string> {
	person.types("/datlich");
	await person.sees("chọn ngày nào");
	person.takes("28/11");
	await person.sees("đến giờ nào");
	person.takes(time);
	await person.sees("đồng ý không");
	person.takes("Đồng ý");
	await person.sees("là gì ạ");
	person.types(name);
	await person.sees("số điện thoại không");
	if (phone) person.types(phone);
	else person.takes("Không cần");
	await person.sees("Đúng chưa ạ");
	person.takes("Xác nhận");
	return codeIn(await person.sees("Mã T7-"));
}

export const codeIn = (text: string): string =>
	/T7-[2-9A-Z]{6}/.exec(text)?.[0] ?? "";
