import { containerBootstrap } from "@nlpjs/core";
import { NluNeural } from "@nlpjs/nlu";
import { fold } from "../../../search/fold.js";
import type { Contestant } from "./contestant.js";

/**
 * A classifier trained on every wording, one class a procedure. It knows no Vietnamese: words are told apart by
 * spaces, without a stemmer, on folded text.
 */
export const nlpJs: Contestant = {
	name: "nlp.js",
	smallOnly: true,
	async build({ items }) {
		const container = await containerBootstrap();
		const classifier = new NluNeural({
			container,
			locale: "vi",
			log: false,
			useNoneFeature: false,
		});
		await classifier.train(
			items.flatMap(({ procedure, title, name, asks }) =>
				[title, name, ...asks]
					.filter((wording) => wording !== "")
					.map((wording) => ({
						utterance: fold(wording),
						intent: procedure,
					})),
			),
		);
		return async (question) => {
			const { classifications } = await classifier.process(fold(question));
			return classifications.slice(0, 5).map(({ intent }) => intent);
		};
	},
};
