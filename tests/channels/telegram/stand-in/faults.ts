import type { ServerResponse } from "node:http";
import { problem } from "./refusal.js";

/** What a call can meet. */
export type Fault =
	| { readonly kind: "429"; readonly retryAfter: number }
	| { readonly kind: "error"; readonly code: number; readonly says: string }
	/** A web page of something on the way. */
	| { readonly kind: "page"; readonly status: number }
	/** The connection is closed without a word. */
	| { readonly kind: "drop" }
	/** Half an answer, then the connection is closed. */
	| { readonly kind: "half" }
	| { readonly kind: "silence" };

interface Planned {
	readonly method: string;
	readonly fault: Fault;
	/** The call is carried out all the same. */
	readonly after: boolean;
}

/** The faults that the next calls will meet, in order. */
export class Faults {
	private planned: Planned[] = [];

	plan(method: string, fault: Fault, times: number, after: boolean): void {
		for (let time = 0; time < times; time++) {
			this.planned.push({ method, fault, after });
		}
	}

	next(method: string): Planned | undefined {
		const at = this.planned.findIndex((one) =>
			[method, "*"].includes(one.method),
		);
		return at < 0 ? undefined : this.planned.splice(at, 1)[0];
	}
}

export function meet(fault: Fault, response: ServerResponse): void {
	switch (fault.kind) {
		case "429":
			say(response, 429, {
				...problem(429, `Too Many Requests: retry after ${fault.retryAfter}`),
				parameters: { retry_after: fault.retryAfter },
			});
			break;
		case "error":
			say(response, fault.code, problem(fault.code, fault.says));
			break;
		case "page":
			response.writeHead(fault.status, { "content-type": "text/html" });
			response.end("<html><h1>Bad Gateway</h1></html>");
			break;
		case "drop":
			response.destroy();
			break;
		case "half":
			response.writeHead(200, { "content-type": "application/json" });
			response.write('{"ok":tr', () => response.destroy());
			break;
		case "silence":
	}
}

export function say(
	response: ServerResponse,
	status: number,
	body: object,
): void {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(body));
}
