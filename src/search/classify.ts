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
 * gradient descent (Bishop, Pattern Recognition and Machine Learning, 4.3.4), always in the same order, so that the
 * same knowledge gives the same answers.
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
	const likely = new Float32Array(classes);
	const felt = new Int32Array(classes);
	let learned = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const step = STEP / (1 + 0.3 * round);
		for (const at of shuffled(samples.length, round)) {
			if (++learned % AT_ONCE === 0) yield;
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
	return (features) => {
		score(vectorOf(features, rows), weights, likely);
		return likely;
	};
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

/** 0 … length − 1 in an order that is the same each time: a linear congruential generator (Numerical Recipes). */
function shuffled(length: number, seed: number): Int32Array {
	const order = Int32Array.from({ length }, (_, at) => at);
	let state = seed + 1;
	for (let at = length - 1; at > 0; at--) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const other = state % (at + 1);
		const kept = order[at] as number;
		order[at] = order[other] as number;
		order[other] = kept;
	}
	return order;
}
