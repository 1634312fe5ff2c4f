import { createHash } from "node:crypto";
import { ALPHABET } from "../booking/code.js";

/** A source of random whole numbers in [0, max): `randomInt` of node:crypto, passed in like the clock. */
export type RandomInt = (max: number) => number;

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const pick = (random: RandomInt, signs: string, count: number) =>
	Array.from({ length: count }, () => signs[random(signs.length)]).join("");

/**
 * 256 bits, for links and cookies: nobody guesses one, however many tries there are. Letters and digits alone, so that
 * no messenger leaves the end of a link out.
 */
export const newSecret = (random: RandomInt): string => pick(random, SIGNS, 43);

/** What `newSecret` gives, and nothing else. */
export const isSecret = (text: string): boolean =>
	/^[A-Za-z0-9]{43}$/.test(text);

/** Twelve letters, 59 bits, to be typed: `K4M9-XQ2B-7TRW`. Tries are counted; at a hundred a second for its 48 hours one is found by one attacker in thirty billion. */
export const newCode = (random: RandomInt): string =>
	pick(random, ALPHABET, LENGTH).replace(/(.{4})(?=.)/g, "$1-");

const LENGTH = 12;

/** Reads such a code as people type it: either case, with or without hyphens and spaces. */
export function readTypedCode(text: string): string | undefined {
	const letters = text.toUpperCase().replace(/[\s–-]/g, "");
	return letters.length === LENGTH &&
		[...letters].every((letter) => ALPHABET.includes(letter))
		? letters.replace(/(.{4})(?=.)/g, "$1-")
		: undefined;
}

export const newId = (random: RandomInt): string => pick(random, ALPHABET, 8);

/**
 * What is kept of a secret. Found by its hash, so that neither the file nor the time that a look-up takes says anything
 * about the secrets in it; they are random, so that a slow hash would add nothing.
 */
export const hashOf = (secret: string): string =>
	createHash("sha256").update(secret).digest("base64url");
