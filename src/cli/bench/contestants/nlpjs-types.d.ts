/** The part of nlp.js that the bench uses; the packages come without types. */
declare module "@nlpjs/core" {
	export function containerBootstrap(): Promise<object>;
}

declare module "@nlpjs/nlu" {
	export class NluNeural {
		constructor(settings: {
			container: object;
			locale: string;
			log: boolean;
			useNoneFeature: boolean;
		});
		train(
			corpus: readonly { utterance: string; intent: string }[],
		): Promise<void>;
		process(utterance: string): Promise<{
			classifications: readonly { intent: string; score: number }[];
		}>;
	}
}
