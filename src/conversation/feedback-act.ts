/** What a person says about an answer. The mark names the answer, so that one under an old message is not taken for another. */
export type FeedbackAct =
	| { readonly kind: "rate"; readonly helped: boolean; readonly mark: string }
	/** Wants to be told when there is an answer; `agreed` once they know what is kept for it. */
	| { readonly kind: "follow"; readonly mark: string; readonly agreed: boolean }
	| { readonly kind: "unfollow" };

export function feedbackValue(act: FeedbackAct): string {
	switch (act.kind) {
		case "rate":
			return `rate:${act.helped ? "up" : "down"}:${act.mark}`;
		case "follow":
			return act.agreed ? `follow:${act.mark}:yes` : `follow:${act.mark}`;
		case "unfollow":
			return "unfollow";
	}
}

const MARK = /^[0-9a-z]{1,12}$/;

export function readFeedback(value: string): FeedbackAct | undefined {
	const [kind, one = "", two] = value.split(":");
	if (kind === "unfollow") return one ? undefined : { kind };
	if (kind === "rate" && two !== undefined && MARK.test(two))
		return one === "up" || one === "down"
			? { kind, helped: one === "up", mark: two }
			: undefined;
	return kind === "follow" && MARK.test(one) && (two ?? "yes") === "yes"
		? { kind, mark: one, agreed: two !== undefined }
		: undefined;
}
