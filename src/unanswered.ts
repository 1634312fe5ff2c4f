import type { LetterStore } from "./outbox/letter.js";
import { type Alike, createAlike } from "./questions/alike.js";
import { createQuestionDesk, type Tell } from "./questions/desk.js";
import { createQuestionLog } from "./questions/log.js";
import type { FollowerStore, QuestionStore } from "./questions/store.js";
import type { Search } from "./search/search.js";
import { type Clock, dayAt } from "./time.js";

/** An answer that could not be brought in two weeks is not waited for any more. */
const OF_USE_MS = 14 * 24 * 60 * 60 * 1000;

/** What could not be answered: where it is left, and where it is looked at. */
export function openUnanswered(
	{
		questions,
		followers,
		letters,
	}: {
		readonly questions: QuestionStore;
		readonly followers: FollowerStore;
		readonly letters: Pick<LetterStore, "add">;
	},
	search: () => Pick<Search, "features">,
	clock: Clock,
	trouble: (error: unknown) => void,
) {
	const tell: Tell = async (group, people, answer) => {
		const createdAt = clock();
		const notAfter = new Date(createdAt.getTime() + OF_USE_MS);
		await letters.add(
			people.map((to) => ({
				id: `answer ${group} ${to}`,
				to,
				content: { kind: "answer-published", ...answer },
				createdAt,
				notAfter,
			})),
		);
	};
	return {
		log: createQuestionLog({
			questions,
			followers,
			alike: newest(search),
			today: () => dayAt(clock()),
			trouble,
		}),
		desk: createQuestionDesk({ questions, followers, tell }),
	};
}

/** What is alike is worked out once for each state of the knowledge. */
function newest(search: () => Pick<Search, "features">): () => Alike {
	let from: Pick<Search, "features"> | undefined;
	let alike: Alike | undefined;
	return () => {
		const now = search();
		if (!alike || now !== from) alike = createAlike(now.features);
		from = now;
		return alike;
	};
}
