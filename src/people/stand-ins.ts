import type { Duty, Gap } from "../booking/session.js";
import type { Member } from "./roles.js";

/** Who is asked when somebody drops out: the desk's volunteers who neither come already nor said that they cannot. */
export const standIns = (
	members: readonly Member[],
	desk: string,
	{
		duties,
		gaps,
	}: { readonly duties: readonly Duty[]; readonly gaps: readonly Gap[] },
): readonly Member[] => {
	const busy = new Set([...duties, ...gaps].map(({ member }) => member));
	return members.filter(
		({ id, role, desk: own }) =>
			role === "volunteer" && own === desk && !busy.has(id),
	);
};
