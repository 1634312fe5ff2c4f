import * as z from "zod";
import { openLowdb } from "../../src/store/lowdb/index.js";
import { openPeople } from "../../src/talk.js";
import { NOW } from "../booking/morning.js";

/**
 * A process made to be killed. It says who it finds in the team, then invites and takes people in without end, and says
 * each of them as soon as they are members. Argument: the data folder.
 */
const [, , folder = ""] = process.argv;
const tell = (line: object) =>
	process.stdout.write(`${JSON.stringify(line)}\n`);

const clock = () => NOW;
const stores = await openLowdb(folder, { clock, state: z.any() });
const { door, crew } = openPeople(stores, clock, { admins: ["telegram:1"] });
const boss = await door.actorIn("telegram:1");
if (boss.kind !== "member") throw new Error("nobody invites");
tell({ found: (await crew.members()).map(({ id }) => id) });

async function inviteWithoutEnd(lane: number) {
	for (;;) {
		const by = boss.kind === "member" ? boss.member.id : "";
		const to = { role: "volunteer", desk: "a" } as const;
		const invited = await crew.invite(by, to);
		if (invited.kind !== "invited") throw new Error(invited.kind);
		const looked = await door.look(invited.told.link, "test");
		if (looked.kind !== "open") throw new Error(looked.kind);
		const joined = await door.joinWith(undefined, looked.hash, `Lan ${lane}`);
		if (joined.kind !== "joined") throw new Error(joined.kind);
		const actor = await door.actorWith(joined.cookie);
		if (actor.kind === "member") tell({ joined: actor.member.id });
	}
}
for (let lane = 0; lane < 4; lane++) inviteWithoutEnd(lane);
