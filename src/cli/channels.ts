import { createTelegramOperator } from "../channels/telegram/operator.js";
import { createZaloOperator } from "../channels/zalo/operator.js";
import { type Config, loadConfig } from "../config.js";
import { explainStart } from "../start-failure.js";

/** What a channel lets an operator ask for by hand; each gives the lines to print, none with a secret in it. */
interface Operator {
	status(): Promise<readonly string[]>;
	setWebhook(): Promise<readonly string[]>;
	deleteWebhook(): Promise<readonly string[]>;
}

const TASKS = {
	status: "status",
	"set-webhook": "setWebhook",
	"delete-webhook": "deleteWebhook",
} as const satisfies Record<string, keyof Operator>;

const isTask = (word: string | undefined): word is keyof typeof TASKS =>
	word !== undefined && Object.hasOwn(TASKS, word);

try {
	const [word, only] = process.argv.slice(2);
	const operators = operatorsOf(loadConfig());
	const chosen = operators.filter(([name]) => !only || only === name);
	if (!isTask(word)) {
		console.error(
			"usage: npm run channels -- status | set-webhook | delete-webhook [telegram | zalo]",
		);
		process.exitCode = 2;
	} else if (chosen.length === 0) {
		console.error(
			"No channel is set up: give TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN.",
		);
		process.exitCode = 1;
	} else {
		for (const [name, operator] of chosen) {
			console.log(`${name}`);
			for (const line of await operator[TASKS[word]]()) {
				console.log(`  ${line}`);
			}
		}
	}
} catch (error) {
	console.error(explainStart(error));
	process.exitCode = 1;
}

/** The channels that have a token. */
function operatorsOf({
	telegram,
	zalo,
	publicUrl,
}: Config): readonly (readonly [string, Operator])[] {
	const webhook = (name: string, secret: string | undefined) =>
		publicUrl && secret
			? { url: `${publicUrl}/webhooks/${name}`, secret }
			: undefined;
	return [
		...(telegram
			? [
					[
						"telegram",
						createTelegramOperator({
							...telegram,
							webhook: webhook("telegram", telegram.webhookSecret),
						}),
					] as const,
				]
			: []),
		...(zalo
			? [
					[
						"zalo",
						createZaloOperator({
							...zalo,
							webhook: webhook("zalo", zalo.webhookSecret),
						}),
					] as const,
				]
			: []),
	];
}
