import {
	createZaloClient,
	type Verification,
	type ZaloClient,
	type ZaloClientSettings,
} from "./client.js";
import { isRefusal, TOKEN_REFUSED, TOKEN_REMEDY } from "./fault.js";
import { unverified, type WebhookSettings } from "./register.js";

/** What an operator asks for by hand; each gives the lines to print, none of them with a token or secret in it. */
export interface ZaloOperator {
	status(): Promise<readonly string[]>;
	setWebhook(): Promise<readonly string[]>;
	deleteWebhook(): Promise<readonly string[]>;
}

export function createZaloOperator({
	webhook,
	...settings
}: ZaloClientSettings & {
	/** Undefined without PUBLIC_URL and ZALO_WEBHOOK_SECRET. */
	readonly webhook?: WebhookSettings | undefined;
}): ZaloOperator {
	const client = createZaloClient(settings);
	return {
		status: () =>
			told(async () => [
				...(await bot(client)),
				...(await way(client, webhook)),
			]),

		setWebhook: () =>
			told(async () => {
				if (webhook === undefined)
					return [
						"Nothing to register: set PUBLIC_URL and ZALO_WEBHOOK_SECRET first.",
					];
				const { verification } = await client.setWebhook(
					webhook.url,
					webhook.secret,
				);
				return [
					`Registered: ${webhook.url}`,
					...(verification
						? verified(verification)
						: ["Zalo did not say whether it could reach it."]),
				];
			}),

		deleteWebhook: () =>
			told(async () => {
				await client.deleteWebhook();
				return ["The webhook is deleted; the bot can be polled."];
			}),
	};
}

/** What the platform says to a failed call is an answer too. */
async function told(
	ask: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
	try {
		return await ask();
	} catch (error) {
		if (isRefusal(error, TOKEN_REFUSED)) return [TOKEN_REMEDY];
		if (error instanceof Error) return [error.message];
		throw error;
	}
}

async function bot(client: ZaloClient): Promise<readonly string[]> {
	const { account_name = "without a name", account_type = "unknown" } =
		await client.getMe();
	return [`Bot: ${account_name}, plan ${account_type}`];
}

async function way(
	client: ZaloClient,
	webhook: WebhookSettings | undefined,
): Promise<readonly string[]> {
	const url = await client.getWebhookInfo();
	if (url === undefined)
		return [
			"Webhook: none registered",
			...(webhook ? [`Expected: ${webhook.url}`] : []),
		];
	return [
		`Webhook: ${url}`,
		...(webhook && webhook.url !== url ? [`Expected: ${webhook.url}`] : []),
		...(webhook ? [] : ["Expected: none, since the bot polls"]),
		...verified(await client.testWebhook()),
	];
}

const verified = ({ ok, outcome, hint }: Verification): readonly string[] => [
	`verification.ok: ${ok}`,
	...(outcome ? [`outcome: ${outcome}`] : []),
	...(hint ? [`hint: ${hint}`] : []),
	...(ok ? [] : [`Remedy: ${unverified(outcome)}.`]),
];
