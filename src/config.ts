import { existsSync } from "node:fs";
import * as z from "zod";

/** What the process was told from outside, checked once. */
export interface Config {
	readonly host: string;
	/** 0 lets the system choose a free one. */
	readonly port: number;
	/** The origin the world reaches us at, without a slash at its end. */
	readonly publicUrl?: string;
	readonly dataDir: string;
	readonly knowledgeDir: string;
	readonly telegram?: BotSettings;
	readonly zalo?: BotSettings;
	/** Who administers from the first start: `telegram:12345`. */
	readonly admins: readonly string[];
	readonly logLevel: LogLevel;
	/** False lifts the limits per conversation and per client address: for load tests only. */
	readonly rateLimit: boolean;
}

/** A messaging platform's bot; absent while no token is given. */
export interface BotSettings {
	readonly token: string;
	readonly apiRoot: string;
	/** Absent: long polling. */
	readonly webhookSecret?: string;
}

const LogLevel = z.enum(
	["fatal", "error", "warn", "info", "debug", "trace", "silent"],
	"one of fatal, error, warn, info, debug, trace, silent",
);
export type LogLevel = z.infer<typeof LogLevel>;

/** The environment cannot be used; one line a fault, no secret in any of them. */
export class ConfigError extends Error {
	override readonly name = "ConfigError";

	constructor(faults: readonly string[]) {
		super(faults.join("\n"));
	}
}

/** The process's own environment, with what a `.env` file in the working folder adds to it. */
export function loadConfig(): Config {
	if (existsSync(".env")) process.loadEnvFile(".env");
	return readConfig(process.env);
}

/** Each schema's message says what is expected; the fault line says the rest. */
const words = (expected: string) =>
	z.string().regex(/^\S(.*\S)?$/, { error: expected });
const url = (expected: string, allowed: (url: URL) => boolean) =>
	z
		.string()
		.refine((text) => URL.canParse(text) && allowed(new URL(text)), {
			error: expected,
		})
		.transform((text) => text.replace(/\/+$/, ""));
const apiRoot = url(
	"an http or https address such as https://api.example.org",
	({ protocol }) => ["http:", "https:"].includes(protocol),
);
const onlyOrigin = ({ pathname, search, hash, username }: URL) =>
	pathname === "/" && !search && !hash && !username;
const onThisMachine = ({ hostname }: URL) =>
	["localhost", "127.0.0.1", "[::1]"].includes(hostname);
const token = z.string().regex(/^\d+:\S+$/, {
	error: "a token as the platform gave it: digits, a colon, letters",
});

const Env = z.object({
	HOST: z
		.string()
		.regex(/^[\w.:-]+$/, { error: "a host name or address without a port" })
		.default("127.0.0.1"),
	PORT: z
		.string()
		.regex(/^\d{1,5}$/, { error: "a whole number from 0 to 65535" })
		.transform(Number)
		.refine((port) => port <= 65535, {
			error: "a whole number from 0 to 65535",
		})
		.default(3000),
	PUBLIC_URL: url(
		"an https address without a path, such as https://banthubay.example.vn",
		(address) =>
			onlyOrigin(address) &&
			(address.protocol === "https:" ||
				(address.protocol === "http:" && onThisMachine(address))),
	).optional(),
	DATA_DIR: words("the path of a folder").default("./data"),
	KNOWLEDGE_DIR: words("the path of a folder").default("./knowledge"),
	TELEGRAM_BOT_TOKEN: token.optional(),
	TELEGRAM_API_ROOT: apiRoot.default("https://api.telegram.org"),
	TELEGRAM_WEBHOOK_SECRET: z
		.string()
		.regex(/^[\w-]{1,256}$/, {
			error: "1 to 256 letters, digits, _ or - (Telegram's rule)",
		})
		.optional(),
	ZALO_BOT_TOKEN: token.optional(),
	ZALO_API_ROOT: apiRoot.default("https://bot-api.zaloplatforms.com"),
	// Zalo says how long, not of what; these signs travel unchanged in a header, and bots in use keep to them.
	ZALO_WEBHOOK_SECRET: z
		.string()
		.regex(/^[\w-]{8,256}$/, {
			error: "8 to 256 letters, digits, _ or -",
		})
		.optional(),
	ADMINS: z
		.string()
		.transform((text) => text.split(",").map((admin) => admin.trim()))
		.refine(
			(admins) =>
				admins.every((admin) => /^(telegram:\d+|zalo:[\w-]+)$/.test(admin)),
			{ error: "telegram:<user id>,zalo:<user id>" },
		)
		.default([]),
	// Served by a later version. Taking it silently would keep bookings where nobody looks for them.
	DATABASE_URL: z
		.never({
			error:
				"no value: this version keeps its data in DATA_DIR only, PostgreSQL is not served yet",
		})
		.optional(),
	LOG_LEVEL: LogLevel.default("info"),
	RATE_LIMIT: z.enum(["on", "off"], "on or off").default("on"),
});

/** Never repeated, not even in part: a mistyped secret is still most of a secret. */
const SECRET: ReadonlySet<PropertyKey> = new Set([
	"TELEGRAM_BOT_TOKEN",
	"TELEGRAM_WEBHOOK_SECRET",
	"ZALO_BOT_TOKEN",
	"ZALO_WEBHOOK_SECRET",
	"DATABASE_URL",
]);

/**
 * An empty value counts as none, as `PORT=` in a `.env` file means it.
 * @throws {ConfigError} naming every variable that cannot be right
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const given = Object.fromEntries(
		Object.keys(Env.shape).flatMap((name) =>
			env[name]?.trim() ? [[name, env[name].trim()]] : [],
		),
	);
	const parsed = Env.safeParse(given);
	if (!parsed.success) {
		throw new ConfigError(
			parsed.error.issues.map(({ path, message }) => {
				const name = path[0] ?? "";
				const value = SECRET.has(name)
					? "the value given (not shown)"
					: JSON.stringify(given[String(name)]);
				return `${String(name)}: ${value} cannot be right; expected ${message}`;
			}),
		);
	}
	const is = parsed.data;
	return {
		host: is.HOST,
		port: is.PORT,
		...(is.PUBLIC_URL && { publicUrl: is.PUBLIC_URL }),
		dataDir: is.DATA_DIR,
		knowledgeDir: is.KNOWLEDGE_DIR,
		...(is.TELEGRAM_BOT_TOKEN && {
			telegram: bot(
				is.TELEGRAM_BOT_TOKEN,
				is.TELEGRAM_API_ROOT,
				is.TELEGRAM_WEBHOOK_SECRET,
			),
		}),
		...(is.ZALO_BOT_TOKEN && {
			zalo: bot(is.ZALO_BOT_TOKEN, is.ZALO_API_ROOT, is.ZALO_WEBHOOK_SECRET),
		}),
		admins: is.ADMINS,
		logLevel: is.LOG_LEVEL,
		rateLimit: is.RATE_LIMIT === "on",
	};
}

const bot = (
	token: string,
	apiRoot: string,
	webhookSecret?: string,
): BotSettings => ({
	token,
	apiRoot,
	...(webhookSecret && { webhookSecret }),
});
