import { csrf } from "hono/csrf";

/** Takes forms from our own pages only: what another site sends is refused with 403. */
export const ourForms = (publicUrl: string | undefined) =>
	csrf({
		origin: (origin, c) =>
			[publicUrl, new URL(c.req.url).origin].includes(origin),
	});
