import { afterEach, beforeEach, expect, it } from "vitest";
import type { Incoming } from "../../src/channels/channel.js";
import type { InboxStore } from "../../src/channels/inbox.js";
import type { Stores } from "../../src/store/stores.js";
import type { Clock } from "../../src/time.js";
import { minutesLater, NOW } from "../booking/morning.js";

const from = (id: string, text = "xin chào"): Incoming => ({
	id,
	conversation: "telegram:hoa",
	kind: "typed",
	text,
	receivedAt: NOW,
	origin: { menu: 7, label: "Đặt lịch", tap: true },
});

/** What every inbox must do, whatever it is made of. */
export function inboxStoreContract(
	open: (clock: Clock) => Promise<Stores<unknown>>,
) {
	let stores: Stores<unknown>;
	let inbox: InboxStore;
	let now = NOW;
	beforeEach(async () => {
		now = NOW;
		stores = await open(() => now);
		inbox = stores.inbox;
	});
	afterEach(() => stores.close());

	const ids = (incoming: readonly Incoming[]) => incoming.map(({ id }) => id);

	it("gives back what is new, in the order it came", async () => {
		const batch = [from("telegram:2"), from("telegram:1"), from("telegram:2")];
		expect(await inbox.accept(batch)).toEqual(batch.slice(0, 2));
		expect(
			ids(await inbox.accept([from("telegram:1"), from("telegram:3")])),
		).toEqual(["telegram:3"]);
		expect(await inbox.accept([])).toEqual([]);
	});

	it("takes one of five deliveries made at once", async () => {
		const accepted = await Promise.all(
			Array.from({ length: 5 }, () => inbox.accept([from("telegram:1")])),
		);
		expect(accepted.flat()).toHaveLength(1);
	});

	it("keeps what is not done, whole and oldest first", async () => {
		await inbox.accept([from("telegram:1"), from("telegram:2", "2")]);
		await inbox.accept([from("zalo:3", "3")]);
		await inbox.done(["telegram:1"]);
		expect(await inbox.pending()).toEqual([
			from("telegram:2", "2"),
			from("zalo:3", "3"),
		]);
		await inbox.done(["telegram:2", "zalo:3"]);
		expect(await inbox.pending()).toEqual([]);
	});

	it("drops for a day what was done, and lets it in again later", async () => {
		await inbox.accept([from("telegram:1")]);
		await inbox.done(["telegram:1"]);
		now = minutesLater(24 * 60 - 1);
		expect(await inbox.accept([from("telegram:1")])).toEqual([]);
		now = minutesLater(26 * 60);
		await inbox.accept([from("telegram:2")]);
		await inbox.done(["telegram:2"]);
		expect(ids(await inbox.accept([from("telegram:1")]))).toEqual([
			"telegram:1",
		]);
	});

	it("takes a thousand at once", async () => {
		const all = Array.from({ length: 1_000 }, (_, n) => from(`telegram:${n}`));
		const accepted = await Promise.all(all.map((one) => inbox.accept([one])));
		expect(accepted.flat()).toHaveLength(1_000);
		await Promise.all(all.map(({ id }) => inbox.done([id])));
		expect(await inbox.pending()).toEqual([]);
	});

	it("tells what it has not seen, and takes nothing in by that", async () => {
		await inbox.accept([from("telegram:1"), from("telegram:2")]);
		await inbox.done(["telegram:1"]);
		const batch = [from("telegram:1"), from("telegram:2"), from("telegram:3")];
		expect(ids(await inbox.unseen(batch))).toEqual(["telegram:3"]);
		expect(ids(await inbox.unseen(batch))).toEqual(["telegram:3"]);
	});

	it("is not troubled by an id that it does not know", async () => {
		await inbox.done(["telegram:404"]);
		expect(await inbox.pending()).toEqual([]);
	});
}
