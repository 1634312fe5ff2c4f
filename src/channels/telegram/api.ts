import { type ClientRequestArgs, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent, type RequestOptions } from "node:https";
import type { Duplex } from "node:stream";
import { Telegram } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";
import { ApiFault, NEVER_CONNECTED, readFault } from "./fault.js";
import type { Tempo } from "./tempo.js";

export interface Api {
	/**
	 * One call, one try, within the tempo's limits.
	 * @throws {ApiFault}
	 */
	call<Method extends keyof Methods>(
		method: Method,
		payload: Opts<Method>,
		signal?: AbortSignal,
	): Promise<ReturnType<Methods[Method]>>;
	/** Lets go of idle connections; calls under way end by themselves. */
	close(): void;
}

/**
 * Telegraf's typed client with what it lacks: time limits of our own (its is 500 s), faults told apart by whether the
 * message may have arrived, and no token in any of them.
 */
export function createApi(
	{ token, apiRoot }: { readonly token: string; readonly apiRoot: string },
	tempo: Tempo,
): Api {
	const agent = apiRoot.startsWith("http:")
		? new WatchedHttpAgent(tempo)
		: new WatchedHttpsAgent(tempo);
	const telegram = new Telegram(token, {
		// Without the slash a path in the address would be lost.
		apiRoot: apiRoot.endsWith("/") ? apiRoot : `${apiRoot}/`,
	});
	telegram.options.agent = agent; // given to the constructor, it is dropped for http addresses

	return {
		async call(method, payload, signal) {
			const ms = method === "getUpdates" ? tempo.pollMs : tempo.callMs;
			const limit = new AbortController();
			const abort = () => limit.abort();
			const timer = setTimeout(abort, ms);
			signal?.addEventListener("abort", abort, { once: true });
			if (signal?.aborted) abort();
			try {
				return await telegram.callApi(method, payload, {
					// The platform's own; telegraf's type is that of the shim it uses.
					signal: limit.signal as never,
				});
			} catch (error) {
				throw new ApiFault(
					method,
					limit.signal.aborted
						? { kind: "lost", why: `no answer within ${ms / 1000} s` }
						: readFault(error),
				);
			} finally {
				clearTimeout(timer);
				signal?.removeEventListener("abort", abort);
			}
		},
		close() {
			for (const sockets of Object.values(agent.freeSockets)) {
				for (const socket of sockets ?? []) socket.destroy();
			}
		},
	};
}

type Connected = (error: Error | null, socket: Duplex) => void;

class WatchedHttpsAgent extends HttpsAgent {
	constructor(private readonly tempo: Tempo) {
		super({ keepAlive: true, timeout: tempo.idleMs });
	}

	override createConnection(options: RequestOptions, connected?: Connected) {
		const socket = super.createConnection(options, connected);
		return watched(socket, "secureConnect", this.tempo.connectMs);
	}
}

class WatchedHttpAgent extends HttpAgent {
	constructor(private readonly tempo: Tempo) {
		super({ keepAlive: true, timeout: tempo.idleMs });
	}

	override createConnection(options: ClientRequestArgs, connected?: Connected) {
		const socket = super.createConnection(options, connected);
		return watched(socket, "connect", this.tempo.connectMs);
	}
}

/**
 * Marks whatever goes wrong before the connection stands, and gives up on one that does not come about: where carriers
 * block Telegram, packets are dropped or the handshake is cut, and nothing was sent.
 */
function watched<Socket extends Duplex | null | undefined>(
	socket: Socket,
	standing: "connect" | "secureConnect",
	connectMs: number,
): Socket {
	if (!socket) return socket;
	const mark = (error: NodeJS.ErrnoException) => {
		error.code = NEVER_CONNECTED;
	};
	const timer = setTimeout(
		() =>
			socket.destroy(new Error(`no connection within ${connectMs / 1000} s`)),
		connectMs,
	);
	socket.once("error", mark);
	socket.once("close", () => clearTimeout(timer));
	socket.once(standing, () => {
		clearTimeout(timer);
		socket.off("error", mark);
	});
	return socket;
}
