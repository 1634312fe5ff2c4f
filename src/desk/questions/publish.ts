import type { Edit } from "../../knowledge/edit.js";
import type { Editor, Published } from "../../knowledge/editor.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { MemberId } from "../../people/roles.js";
import type { GroupId } from "../../questions/book.js";
import type { Ending, QuestionDesk } from "../../questions/desk.js";
import { type Clock, dayAt } from "../../time.js";

/** What answers a group, as it was looked at. */
export interface Answering {
	readonly group: GroupId;
	readonly edit: Edit;
	/** The version of the entry that was looked at. */
	readonly version: string;
	readonly by: MemberId;
	/** How the group ends once it is published; nothing when it is answered by what is not there. */
	readonly ending: (published: Knowledge) => Ending | undefined;
}

/**
 * Publishes what answers a group, and then ends the group, which tells those who asked to be told. A kill in between
 * leaves the answer published and the group open: the answer is then what the search suggests for it.
 */
export function createPublish({
	editor,
	questions,
	knowledge,
	clock,
}: {
	readonly editor: Pick<Editor, "publish">;
	readonly questions: Pick<QuestionDesk, "settle">;
	readonly knowledge: () => Knowledge;
	readonly clock: Clock;
}) {
	return async (answering: Answering): Promise<Published> => {
		const { group, edit, version, by, ending } = answering;
		const now = clock();
		const published = await editor.publish(edit, version, by, now);
		switch (published.kind) {
			case "clash":
			case "faults":
				return published;
			// It was asked for in these words already.
			case "unchanged":
			case "published": {
				const settled = ending(
					published.kind === "published" ? published.knowledge : knowledge(),
				);
				if (settled) await questions.settle(group, settled, by, dayAt(now));
				return published;
			}
		}
	};
}
