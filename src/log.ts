import { type DestinationStream, destination, type Logger, pino } from "pino";
import type { LogLevel } from "./config.js";

export type Log = Logger;

/**
 * The log goes to standard error, so that standard output stays for people and for data. Fields that hold words of a
 * person are left out, and whatever slips into a message is scrubbed.
 */
export const createLog = (
	level: LogLevel,
	// Synchronous: the last line before an exit is the one that is needed.
	to: DestinationStream = destination({ fd: 2, sync: true }),
): Log =>
	pino(
		{
			level,
			base: null,
			redact: {
				paths: PERSONAL.flatMap((field) => [field, `*.${field}`]),
				censor: "[…]",
			},
			hooks: { streamWrite: scrubStrings },
		},
		to,
	);

const PERSONAL = [
	"text",
	"name",
	"phone",
	"visitor",
	"onBehalfOf",
	"token",
	"webhookSecret",
	"authorization",
	"cookie",
];

/** Redaction knows fields only; this reads the words. Numbers outside strings are left alone: they keep the line JSON. */
const scrubStrings = (line: string): string =>
	line.replace(/"(?:[^"\\]|\\.)*"/g, scrub);

/** Takes tokens, phone numbers, e-mail addresses and booking codes out of free text. */
export const scrub = (text: string): string =>
	SCRUBBED.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);

const SCRUBBED: readonly (readonly [RegExp, string])[] = [
	// Bot tokens, alone or in an address of the platform: bot123456:AAE…/sendMessage.
	[/\b(?:bot)?\d{5,}:[\w-]{6,}/g, "[token]"],
	// user:password@ in an address.
	[/(?<=:\/\/)[^\s/@"]+@/g, "[secret]@"],
	[/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[e-mail]"],
	// 0912 345 678, +84 912.345.678, 0233-3852-529.
	[/(?<![\d])(?:\+?84|\(?0)(?:[ .()-]{0,2}\d){8,10}(?!\d)/g, "[phone]"],
	// A booking's code opens the booking.
	[/\bT7-?[2-9A-HJKMNP-TV-Z]{6}\b/gi, "[booking]"],
];
