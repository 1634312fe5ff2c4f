import type { Feature } from "./features.js";

/** A wording's features, and which class it belongs to (0 … classes − 1). */
export interface Sample {
	readonly features: readonly Feature[];
	readonly label: number;
}

/** How likely each class is for a text with these features; the likelihoods add up to 1. */
export type Classify = (features: readonly Feature[]) => Float32Array;

/** More rounds fit the wordings better and cost start time; three was best of one to four. */
const ROUNDS = 3;
/** How far one wording moves the weights in the first round; later rounds move them less. */
const STEP = 8;
/** A class this unlikely to be confused with the right one is left alone: most are, and moving them costs most. */
const FELT = 0.004;
/** Samples × classes from which training would keep a first question waiting for seconds. */
const TOO_MUCH = 5_000_000;

/** In the last round the weights are noted this often, so many samples apart; what counts in the end is their mean. */
const NOTED_EVERY = 1_000;

/** Samples learned from in one step: some milliseconds, so that people are answered in between. */
const AT_ONCE = 256;

export interface Learner {
	/** Learns what is still to be learned. Undefined where there is too much of it: the search does without. */
	readonly classify: () => Classify | undefined;
	/** Learns a little; false when everything is learned. */
	readonly step: () => boolean;
}

/** A classifier that is trained step by step, and at the latest when it is first asked. */
export function learnerOf(
	samples: readonly Sample[],
	classes: number,
): Learner {
	let training =
		samples.length * classes > TOO_MUCH ? undefined : train(samples, classes);
	let classify: Classify | undefined;
	const step = () => {
		const taken = training?.next();
		if (taken?.done !== true) return taken !== undefined;
		classify = taken.value;
		training = undefined;
		return false;
	};
	return {
		step,
		classify() {
			while (step());
			return classify;
		},
	};
}

/**
 * Learns from the wordings which features tell the classes apart: multinomial logistic regression by stochastic
 * gradient descent (Bishop, Pattern Recognition and Machine Learning, 4.3.4), in an order that the wordings themselves
 * decide: the same knowledge gives the same answers, and a wording more moves few of them. The weights are the mean over
 * the last round (Polyak and Juditsky 1992), which hangs less on whoever came last.
 */
function* train(
	samples: readonly Sample[],
	classes: number,
): Generator<void, Classify> {
	const rows = new Map<string, number>();
	for (const { features } of samples) {
		for (const { key } of features) {
			if (!rows.has(key)) rows.set(key, rows.size);
		}
	}
	const weights = new Float32Array(rows.size * classes);
	const vectors = samples.map(({ features }) => vectorOf(features, rows));
	const hashes = Int32Array.from(samples, hashOf);
	const likely = new Float32Array(classes);
	const felt = new Int32Array(classes);
	const mean = new Float32Array(weights.length);
	let learned = 0;
	let noted = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const step = STEP / (1 + 0.3 * round);
		for (const at of shuffled(hashes, round)) {
			if (++learned % AT_ONCE === 0) yield;
			if (round === ROUNDS - 1 && learned % NOTED_EVERY === 0)
				towards(mean, weights, ++noted);
			const vector = vectors[at] as Vector;
			score(vector, weights, likely);
			const label = (samples[at] as Sample).label;
			likely[label] = (likely[label] as number) - 1;
			let count = 0;
			for (let c = 0; c < classes; c++) {
				if (Math.abs(likely[c] as number) > FELT) felt[count++] = c;
			}
			for (let i = 0; i < vector.rows.length; i++) {
				const row = (vector.rows[i] as number) * classes;
				const moved = step * (vector.values[i] as number);
				for (let j = 0; j < count; j++) {
					const c = felt[j] as number;
					weights[row + c] =
						(weights[row + c] as number) - moved * (likely[c] as number);
				}
			}
		}
	}
	towards(mean, weights, ++noted);
	return (features) => {
		score(vectorOf(features, rows), mean, likely);
		return likely;
	};
}

/** Moves the mean of what was noted before to what it is with one more. */
function towards(mean: Float32Array, values: Float32Array, count: number) {
	for (let i = 0; i < mean.length; i++) {
		const before = mean[i] as number;
		mean[i] = before + ((values[i] as number) - before) / count;
	}
}

interface Vector {
	readonly rows: Int32Array;
	readonly values: Float32Array;
}

/** The features known, at unit length: a long text is not surer than a short one. */
function vectorOf(
	features: readonly Feature[],
	rows: ReadonlyMap<string, number>,
): Vector {
	const known = features.filter(({ key }) => rows.has(key));
	const length = Math.hypot(...known.map(({ weight }) => weight)) || 1;
	return {
		rows: Int32Array.from(known, ({ key }) => rows.get(key) ?? 0),
		values: Float32Array.from(known, ({ weight }) => weight / length),
	};
}

/** Softmax of the classes' scores, into `likely`. */
function score(
	{ rows, values }: Vector,
	weights: Float32Array,
	likely: Float32Array,
): void {
	const classes = likely.length;
	likely.fill(0);
	for (let i = 0; i < rows.length; i++) {
		const row = (rows[i] as number) * classes;
		const value = values[i] as number;
		for (let c = 0; c < classes; c++) {
			likely[c] = (likely[c] as number) + value * (weights[row + c] as number);
		}
	}
	let highest = Number.NEGATIVE_INFINITY;
	for (const value of likely) if (value > highest) highest = value;
	let sum = 0;
	for (let c = 0; c < classes; c++) {
		const value = Math.exp((likely[c] as number) - highest);
		likely[c] = value;
		sum += value;
	}
	for (let c = 0; c < classes; c++) likely[c] = (likely[c] as number) / sum;
}

/** A number for what a sample says, whatever stands beside it (FNV-1a, 32 bits). */
function hashOf({ features }: Sample): number {
	let hash = 0x811c9dc5;
	for (const { key } of features)
		for (let at = 0; at < key.length; at++)
			hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	return hash;
}

/**
 * The samples in an order as good as chance that each one's own words decide, another one each round: a wording that is
 * added comes in between, and leaves the others as they were.
 */
function shuffled(hashes: Int32Array, round: number): Int32Array {
	const keys = hashes.map((hash) => mixed(hash ^ Math.imul(round, 0x9e3779b9)));
	return Int32Array.from(keys, (_, at) => at).sort(
		(a, b) => (keys[a] as number) - (keys[b] as number) || a - b,
	);
}

/** Spreads what differs in a few bits over all of them (the finalizer of MurmurHash3). */
function mixed(hash: number): number {
	let bits = hash ^ (hash >>> 16);
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
