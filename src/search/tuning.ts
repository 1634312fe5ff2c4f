/** Every tuning value of the search in one place, each with its effect. */
export const TUNING = {
	/** Weight of a word that was read as part of a meaning, beside the meaning itself. Higher: wording counts more. */
	wordInMeaning: 0.65,
	/** Weight of a word or meaning of the parts asked for (papers, fee …), which say little about the procedure. */
	aspectWord: 0.2,
	/** How much words found nowhere in the knowledge may weigh at most: a story may have many of them. */
	unknownWords: 8,
	/** What clauses without a wish weigh, in a text of several sentences: the question is where the wish is. */
	story: 0.6,
	/** A story shares less with any wording than a plain question does: its scores are raised by this. */
	storyScale: 1.6,
	/** What the last sentence weighs without a wish. */
	lastSentence: 0.9,
	/** Weight of two neighbouring units together. Higher: word order counts more. */
	pair: 0.3,
	/** Share of the question (against the wording) in the length that a match is divided by. */
	questionShare: 0.5,
	/** Weight of the best single wording against all wordings of the entry together. */
	bestWording: 0.35,
	/** Postings looked at for one question, heaviest features first: bounds its cost in a large catalogue. */
	visits: 12_000,
	/** What being the likeliest by the learned classifier adds. */
	learned: 0.06,
	/** Weight of the best single wording of an intent or a topic, whose wordings share nothing. */
	otherKind: 0.7,
	/** How many wordings must share a unit for it to count half for the whole entry. */
	halfShared: 2,
	/** What remains of the score when the question names another kind of subject than the entry. */
	otherSubject: 0.55,
	/** What remains of an entry narrowed to a few (foreigners, an economic zone, cooperatives) of whom nothing is said. */
	unsaid: 0.87,
	/** What remains for each deed in the question (open, close, sell …) that the entry is never asked with. */
	otherDeed: 0.96,
	/** What remains of an entry whose title tells of another deed than the question does. */
	otherTitle: 0.95,
	/** What remains for entries that another authority decides, when the question names no authority. */
	elsewhere: 0.93,
	/** What remains for a case when the question fits the whole procedure as well. */
	caseOf: 0.985,
	/** Weight of the words of the procedure spoken of before, in a follow-up. */
	spokenOf: 0.25,
	/** What an entry of the field spoken of before gains. */
	kin: 1.25,
	/** A question about a part (fee, papers …) whose own words reach less than this is about what was spoken of. */
	carryBelow: 0.45,
	/** From this score on a part of a message is a wish of its own; longer messages (letters) tell stories instead. */
	bothFrom: 0.5,
	bothWithin: 160,
	/** Below this score nothing is known about the question. */
	unknownBelow: 0.2,
	/** From this score on, and this far ahead of the next, the answer is told outright. */
	answerFrom: 0.3,
	answerAhead: 0.11,
} as const;
export type Tuning = { readonly [Name in keyof typeof TUNING]: number };
