import { Low } from "lowdb";
import * as z from "zod";
import { NOBODY, type Team, type TeamStore } from "../../people/team.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const Id = z.string().regex(/^tv-\w+$/);
const Hash = z.string().regex(/^[\w-]{43}$/);
const Role = z.enum(["volunteer", "administrator"]);
const twoWays = { until: Instant, link: Hash, code: Hash };

const TeamFile: z.ZodType<Team> = z.strictObject({
	members: z.array(
		z.strictObject({
			id: Id,
			name: z.string(),
			role: Role,
			desk: z.string().nullable(),
			fields: z.array(z.string()),
			conversations: z.array(z.string()),
			joinedAt: Instant,
		}),
	),
	invitations: z.array(
		z.strictObject({
			...twoWays,
			id: z.string(),
			role: Role,
			desk: z.string().nullable(),
			by: Id,
		}),
	),
	keys: z.array(z.strictObject({ ...twoWays, member: Id })),
	signIns: z.array(
		z.strictObject({ member: Id, cookie: Hash, since: Instant, seen: Instant }),
	),
	first: Hash.exactOptional(),
});

/** One file, read once: a team is some dozens of people. */
export async function openTeam(path: string, disk: Disk): Promise<TeamStore> {
	const inTurn = createTurns();
	const file = new Low<Team>(new JsonFile<Team>(disk, path, TeamFile), NOBODY);
	await file.read();
	let team = file.data;

	return {
		read: async () => team,
		change: (act) =>
			inTurn(path, async () => {
				const { team: changed, outcome } = act(team);
				if (changed !== team) {
					file.data = changed;
					await file.write();
					team = changed; // only what is on disk is read
				}
				return outcome;
			}),
	};
}
