import * as z from "zod";

/** A moment as JSON writes it. */
export const Instant = z.iso.datetime().transform((text) => new Date(text));
