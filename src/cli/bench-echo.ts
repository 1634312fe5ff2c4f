import { Telegraf } from "telegraf";

const {
	TELEGRAM_BOT_TOKEN: token = "",
	TELEGRAM_API_ROOT: apiRoot = "https://api.telegram.org",
} = process.env;
const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on("text", (context) => context.reply(context.message.text));
process.once("SIGTERM", () => process.exit(0));
await bot.launch();
