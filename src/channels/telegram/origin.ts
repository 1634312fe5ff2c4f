import * as z from "zod";

/** What an answer has to know of the message it answers. Kept as JSON between the two, so read back with care. */
export const Origin = z.object({
	/** The message itself; with a tap, the menu that was pressed. */
	message: z.int().exactOptional(),
	/** The tap to acknowledge: until then the button shows that it is waiting. */
	tap: z.string().exactOptional(),
	/** What the pressed button says. */
	label: z.string().exactOptional(),
	/** The pressed menu stands under something worth keeping, and is not overwritten. */
	keep: z.boolean().exactOptional(),
	/** Said before a group. */
	group: z.boolean().exactOptional(),
	/** Why the message is unsupported. */
	reason: z.string().exactOptional(),
});
export type Origin = z.infer<typeof Origin>;

/** Nothing where it is missing or of another version of ours: then the answer is simply a new message. */
export const readOrigin = (origin: unknown): Origin =>
	Origin.safeParse(origin ?? {}).data ?? {};
