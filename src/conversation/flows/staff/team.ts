import { may } from "../../../people/roles.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { offer, paragraphs, say, type Turn } from "../../turn.js";
import { invitationsOpen, STAFF_LABEL } from "../../wording/staff/access.js";
import { teamList } from "../../wording/staff/team.js";

/** Who belongs to the desks that this administrator has. */
export async function tellTeam(scene: Scene, state: State): Promise<Turn> {
	const { people, actor, knowledge } = scene;
	const theirs = ({ desk }: { readonly desk: string | null }) =>
		may(actor, "manage-team", desk);
	const members = (await people.crew.members()).filter(theirs);
	const open = (await people.crew.invitations()).filter(theirs);
	await people.note(actor, "team-seen", "nhom");
	return say(
		state,
		paragraphs(teamList(members, knowledge), invitationsOpen(open.length)),
		[offer(STAFF_LABEL.invite, { kind: "staff", does: { kind: "invite" } })],
	);
}
