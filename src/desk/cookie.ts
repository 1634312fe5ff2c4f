import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { LONGEST_MS } from "../people/sign-in.js";

/** Of the desk alone: the citizens' chat has another. */
const NAME = "ban-truc";

/** Out of the reach of scripts and other sites; over https tied to this very host (`__Host-`). */
export function signInCookie(publicUrl: string | undefined) {
	const secure = publicUrl?.startsWith("https:") ?? false;
	const name = secure ? `__Host-${NAME}` : NAME;
	return {
		of: (c: Context): string | undefined => getCookie(c, name),
		give: (c: Context, value: string) =>
			setCookie(c, name, value, {
				httpOnly: true,
				sameSite: "Lax",
				secure,
				path: "/",
				maxAge: LONGEST_MS / 1000,
			}),
		take: (c: Context) => void deleteCookie(c, name, { secure, path: "/" }),
	};
}
