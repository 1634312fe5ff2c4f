import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import { apiRoutes } from "./api.js";
import { appointmentRoutes } from "./appointments.js";
import { readAsset } from "./assets.js";
import { catalogueRoutes } from "./catalogue.js";
import { chatRoutes } from "./chat.js";
import { clientAddress, type WebEnv } from "./client-address.js";
import { createLimits } from "./limits.js";
import type { WebDeps, WebParts } from "./parts.js";
import {
	BROKEN,
	CLOSING,
	FOREIGN_FORM,
	NOT_FOUND,
	refuse,
} from "./refusals.js";
import { createTalk } from "./talk.js";
import { createTranscripts } from "./transcripts.js";
import { webhookRoutes } from "./webhooks.js";

const SWEEP_MS = 60 * 1000;

export interface Web {
	readonly fetch: Hono<WebEnv>["fetch"];
	readonly request: Hono<WebEnv>["request"];
	/** Every route that is served. */
	readonly routes: Hono<WebEnv>["routes"];
	/** From now on nothing new is taken. */
	close(): void;
}

/** The web chat, its twin for programs, the catalogue and the health of it all. */
export function createWeb(deps: WebDeps): Web {
	const limits = createLimits(deps.rateLimit);
	const closing = new AbortController();
	const parts: WebParts = {
		...deps,
		limits,
		talk: createTalk(deps.converse, deps.knows, limits),
		addressOf: clientAddress(deps.publicUrl !== undefined),
		closing: closing.signal,
		office: () => deps.knowledge().office.dataController.name,
	};
	const transcripts = createTranscripts(deps.clock);
	const sweeping = setInterval(transcripts.sweep, SWEEP_MS).unref();
	const { log, office } = parts;
	const writable = sharing(deps.writable);

	const app = new Hono<WebEnv>();
	app.use(async (c, next) => {
		const began = performance.now();
		await next();
		// The route as it is written here: an address can hold a booking's code, a query what somebody looks for.
		const { method } = c.req;
		const ms = Math.round(performance.now() - began);
		const route = routePath(c, -1);
		log.debug({ method, route, status: c.res.status, ms }, "request");
	});
	app.use(securityHeaders(deps.publicUrl?.startsWith("https:") ?? false));
	app.get("/healthz", async (c) => {
		const ok = !closing.signal.aborted && (await writable());
		const entries = deps.knowledge().procedures.size;
		c.header("Cache-Control", "no-store");
		return ok
			? c.json({ status: "ok", entries })
			: c.json(
					{ status: closing.signal.aborted ? "closing" : "store", entries },
					503,
				);
	});
	app.use(async (c, next) => {
		if (!closing.signal.aborted) return next();
		c.header("Connection", "close");
		return refuse(c, CLOSING, office());
	});
	app.get("/assets/:name", (c) => {
		const found = readAsset(c.req.param("name"));
		if (!found) return refuse(c, NOT_FOUND, office());
		return c.body(found.content, 200, {
			"Content-Type": found.type,
			"Cache-Control":
				c.req.query("v") === found.version
					? "public, max-age=31536000, immutable"
					: "no-cache",
		});
	});
	app.route("/", chatRoutes({ ...parts, transcripts }));
	app.route("/", apiRoutes(parts));
	app.route("/", catalogueRoutes(parts));
	app.route("/", appointmentRoutes(parts));
	app.route("/", webhookRoutes(deps.channels ?? []));
	if (deps.desk) app.route("/", deps.desk(parts));
	app.notFound((c) => refuse(c, NOT_FOUND, office()));
	app.onError((error, c) => {
		if (error instanceof HTTPException && error.status === 403) {
			return refuse(c, FOREIGN_FORM, office());
		}
		log.error({ err: error, route: routePath(c, -1) }, "request failed");
		return refuse(c, BROKEN, office());
	});

	return {
		fetch: app.fetch,
		request: app.request,
		routes: app.routes,
		close() {
			closing.abort();
			clearInterval(sweeping);
		},
	};
}

/** Asked again while it is being found out, the answer is the same: finding out whether a disk can be written writes. */
function sharing<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
	let asking: Promise<Answer> | undefined;
	return () => {
		asking ??= ask().finally(() => {
			asking = undefined;
		});
		return asking;
	};
}

/** Everything comes from here, nothing is framed, nothing in a page is run but our one script. */
const securityHeaders = (https: boolean) =>
	secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			scriptSrc: ["'self'"],
			styleSrc: ["'self'"],
			imgSrc: ["'self'"],
			connectSrc: ["'self'"],
			formAction: ["'self'"],
			baseUri: ["'none'"],
			frameAncestors: ["'none'"],
		},
		xFrameOptions: "DENY",
		// Not no-referrer: browsers would send "Origin: null" with our own forms, and they would be refused as foreign.
		referrerPolicy: "same-origin",
		strictTransportSecurity: https ? "max-age=31536000" : false,
		permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
	});
