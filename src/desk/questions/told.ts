import {
	HAS,
	sayAspect,
	sayFaq,
	sayOverview,
} from "../../conversation/wording/answer.js";
import { titleOf } from "../../conversation/wording/show.js";
import type { Aspect, Knowledge } from "../../knowledge/schema.js";
import type { Target } from "./target.js";

/** What a citizen is told who asks for it. */
export function toldOf(
	knowledge: Knowledge,
	{ kind, id }: Target,
	aspect: Aspect | null,
): string {
	const { faq, procedures, outOfScope, replaced } = knowledge;
	if (kind === "topic")
		return outOfScope.topics.find((one) => one.id === id)?.answer ?? "";
	if (kind === "faq") {
		const found = faq.get(id);
		return found
			? sayFaq(found, titleOf(knowledge, found.procedure), replaced)
			: "";
	}
	const found = procedures.get(id);
	if (!found) return "";
	return aspect
		? sayAspect(found, aspect, { replaced })
		: sayOverview(found, replaced);
}

/** The part of a procedure that is asked for, where its page has that part. */
export function aspectOf(
	{ procedures }: Knowledge,
	{ kind, id }: Target,
	asked: Aspect | null,
): Aspect | null {
	const found = kind === "procedure" ? procedures.get(id) : undefined;
	return found && asked && HAS[asked](found) ? asked : null;
}
