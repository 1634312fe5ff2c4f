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
export const PLACES = [
	{
		at: "figures",
		href: "/quan-tri/so-lieu",
		label: "Số liệu",
		about:
			"Năm con số của chương trình theo tháng và lĩnh vực; bảng CSV và báo cáo để in.",
		needs: "see-figures",
	},
] as const satisfies readonly Place[];
