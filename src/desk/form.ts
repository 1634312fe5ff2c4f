import type { Context } from "hono";
import type * as z from "zod";

/** The fields of a form that was sent, checked; undefined when they are not what the form asks for. */
export async function readForm<Shape>(
	c: Context,
	shape: z.ZodType<Shape>,
): Promise<Shape | undefined> {
	const sent = await c.req.parseBody({ all: true }).catch(() => ({}));
	return shape.safeParse(sent).data;
}

/** The names of ticked boxes: none, one or several. */
export const ticked = (value: unknown): readonly string[] =>
	(Array.isArray(value) ? value : [value]).filter(
		(one): one is string => typeof one === "string" && one !== "",
	);
