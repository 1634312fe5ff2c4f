import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.js";

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
	try {
		readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.message.split("\n");
		throw error;
	}
	return [];
};

describe("the settings", () => {
	it("needs none: web chat on this machine, data and knowledge beside it", () => {
		expect(readConfig({})).toEqual({
			host: "127.0.0.1",
			port: 3000,
			dataDir: "./data",
			knowledgeDir: "./knowledge",
			admins: [],
			logLevel: "info",
			rateLimit: true,
		});
	});

	it("takes an empty value for none, as PORT= in .env means it", () => {
		expect(readConfig({ PORT: "", TELEGRAM_BOT_TOKEN: " " })).toEqual(
			readConfig({}),
		);
	});

	it("reads every variable of the contract", () => {
		expect(
			readConfig({
				HOST: "0.0.0.0",
				PORT: "8080",
				PUBLIC_URL: "https://ban.example.vn/",
				DATA_DIR: "/var/lib/ban",
				KNOWLEDGE_DIR: "/srv/knowledge",
				TELEGRAM_BOT_TOKEN: "123456:AAE-x_y",
				TELEGRAM_API_ROOT: "http://127.0.0.1:9000/",
				TELEGRAM_WEBHOOK_SECRET: "a-secret",
				ZALO_BOT_TOKEN: "987654:zzz",
				ZALO_WEBHOOK_SECRET: "eight-or-more",
				ADMINS: "telegram:12345, zalo:ab12cd",
				LOG_LEVEL: "debug",
				RATE_LIMIT: "off",
			}),
		).toEqual({
			host: "0.0.0.0",
			port: 8080,
			publicUrl: "https://ban.example.vn",
			dataDir: "/var/lib/ban",
			knowledgeDir: "/srv/knowledge",
			telegram: {
				token: "123456:AAE-x_y",
				apiRoot: "http://127.0.0.1:9000",
				webhookSecret: "a-secret",
			},
			zalo: {
				token: "987654:zzz",
				apiRoot: "https://bot-api.zaloplatforms.com",
				webhookSecret: "eight-or-more",
			},
			admins: ["telegram:12345", "zalo:ab12cd"],
			logLevel: "debug",
			rateLimit: false,
		});
	});

	it.each([
		["PORT", "http", "not a number"],
		["PORT", "70000", "beyond the last port"],
		["PORT", "-1", "below the first port"],
		["HOST", "http://127.0.0.1", "an address with a scheme"],
		["PUBLIC_URL", "ban.example.vn", "no scheme"],
		["PUBLIC_URL", "http://ban.example.vn", "the world needs https"],
		["PUBLIC_URL", "https://ban.example.vn/chat", "a path"],
		["TELEGRAM_BOT_TOKEN", "my-token", "no digits and colon"],
		["TELEGRAM_API_ROOT", "api.telegram.org", "no scheme"],
		["TELEGRAM_WEBHOOK_SECRET", "bí mật", "letters Telegram refuses"],
		["ZALO_BOT_TOKEN", "my token", "not a token"],
		["ZALO_API_ROOT", "ftp://zalo", "not http"],
		["ZALO_WEBHOOK_SECRET", "short", "shorter than Zalo takes"],
		["ZALO_WEBHOOK_SECRET", "x".repeat(257), "longer than Zalo takes"],
		["ZALO_WEBHOOK_SECRET", "bí-mật-của-bàn", "letters no header carries"],
		["ZALO_WEBHOOK_SECRET", "eight=or;more", "signs a proxy may change"],
		["ADMINS", "lan", "no platform"],
		["ADMINS", "telegram:lan", "a name instead of an id"],
		["DATABASE_URL", "postgres://u:p@host/db", "not served yet"],
		["LOG_LEVEL", "loud", "no such level"],
		["RATE_LIMIT", "false", "neither on nor off"],
	])("refuses %s=%s in one line (%s)", (name, value) => {
		const faults = faultsOf({ [name]: value });
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(new RegExp(`^${name}: .+; expected .+`));
	});

	it("names every fault at once, one line each", () => {
		expect(
			faultsOf({ PORT: "x", LOG_LEVEL: "loud", RATE_LIMIT: "maybe" }),
		).toEqual([
			'PORT: "x" cannot be right; expected a whole number from 0 to 65535',
			'LOG_LEVEL: "loud" cannot be right; expected one of fatal, error, warn, info, debug, trace, silent',
			'RATE_LIMIT: "maybe" cannot be right; expected on or off',
		]);
	});

	it.each([
		"TELEGRAM_BOT_TOKEN",
		"TELEGRAM_WEBHOOK_SECRET",
		"ZALO_BOT_TOKEN",
		"ZALO_WEBHOOK_SECRET",
		"DATABASE_URL",
	])("never prints %s", (name) => {
		const faults = faultsOf({ [name]: "hé lộ" });
		expect(faults).toHaveLength(1);
		expect(faults[0]).not.toContain("hé");
	});
});
