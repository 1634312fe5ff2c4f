import { createSearch } from "../../../search/search.js";
import type { Contestant } from "./contestant.js";

/** The whole understanding: text in, verdict out. */
export const project: Contestant = {
	name: "Bàn Thứ Bảy",
	build({ knowledge }) {
		const { understand } = createSearch(knowledge);
		return (question) =>
			understand(question).candidates.map(({ code }) => code);
	},
};
