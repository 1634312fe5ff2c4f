import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Web } from "./index.js";

export interface Listening {
	/** As a browser on this machine reaches it. */
	readonly url: string;
	/** Takes nothing new, lets what is in hand be answered, and cuts off what is still open after the grace. */
	stop(graceMs: number): Promise<void>;
}

/** Longer than proxies keep theirs (60 s), so that none sends a request into a connection we are just closing. */
const KEEP_ALIVE_MS = 65_000;
/** How often connections that have become idle are let go while stopping. */
const LOOK_MS = 50;

/** Opens the port. Rejects when it cannot be had. */
export async function listen(
	web: Web,
	{ host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
	const server = createAdaptorServer({
		fetch: web.fetch,
		serverOptions: {
			keepAliveTimeout: KEEP_ALIVE_MS,
			headersTimeout: KEEP_ALIVE_MS + 1_000,
		},
	}) as Server;
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			resolve();
		});
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://${shown(host)}:${address.port}`,
		stop: (graceMs) =>
			new Promise((resolve) => {
				web.close();
				const looking = setInterval(
					() => server.closeIdleConnections(),
					LOOK_MS,
				);
				const cut = setTimeout(() => server.closeAllConnections(), graceMs);
				server.close(() => {
					clearInterval(looking);
					clearTimeout(cut);
					resolve();
				});
				server.closeIdleConnections();
			}),
	};
}

/** Everywhere is here too; an IPv6 address needs its brackets. */
const shown = (host: string) =>
	host === "0.0.0.0" || host === "::"
		? "127.0.0.1"
		: host.includes(":")
			? `[${host}]`
			: host;
