import type { Permission } from "../people/roles.js";

/** A page of the desk that one goes to. */
export interface Place {
	readonly at: string;
	readonly href: string;
	readonly label: string;
	/** What is done there, in a line for the first page. */
	readonly about: string;
	readonly needs: Permission;
}

/** In the order of the navigation. A page that is added stands here with one entry. */
export const PLACES = [] as const satisfies readonly Place[];
