import type * as z from "zod";

/** Reads what is there and shrugs at what has another shape. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) =>
	schema.optional().catch(undefined);
