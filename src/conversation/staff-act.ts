import type { Permission } from "../people/roles.js";
import { fold } from "../search/fold.js";

/** What those who work at the desks can ask for, and how one becomes one of them. */
export type StaffAct =
	/** Comes in by an invitation, or links this conversation. */
	| { readonly kind: "enter"; readonly secret?: string }
	| { readonly kind: "sign-in" }
	| { readonly kind: "sign-out" }
	| { readonly kind: "unlink" }
	| { readonly kind: "invite" }
	| { readonly kind: "withdraw"; readonly invitation: string }
	| { readonly kind: "team" };

/** What each needs; whoever has it not is told no more than that it is for those who work at the desks. */
export const STAFF_NEEDS: Readonly<
	Record<StaffAct["kind"], Permission | "nothing">
> = {
	enter: "nothing",
	"sign-in": "keep-account",
	"sign-out": "keep-account",
	unlink: "keep-account",
	invite: "manage-team",
	withdraw: "manage-team",
	team: "manage-team",
};

/** The command of each, without accents. */
const SLASH: Readonly<Record<string, (rest: string) => StaffAct>> = {
	vao: (rest) => (rest ? { kind: "enter", secret: rest } : { kind: "enter" }),
	dangnhap: () => ({ kind: "sign-in" }),
	dangxuat: () => ({ kind: "sign-out" }),
	moi: () => ({ kind: "invite" }),
	nhom: () => ({ kind: "team" }),
};

export const readStaffCommand = (
	name: string,
	rest: string,
): StaffAct | undefined => SLASH[fold(name).replaceAll("_", "")]?.(rest.trim());

/** What a button sends back. A secret is in none: it would stay with the button. */
export const staffValue = (act: StaffAct): string =>
	act.kind === "withdraw"
		? `staff:withdraw:${act.invitation}`
		: `staff:${act.kind}`;

export function readStaff(
	kind: string,
	detail: string | undefined,
): StaffAct | undefined {
	switch (kind) {
		case "enter":
		case "sign-in":
		case "sign-out":
		case "unlink":
		case "invite":
		case "team":
			return detail === undefined ? { kind } : undefined;
		case "withdraw":
			return detail ? { kind, invitation: detail } : undefined;
		default:
			return undefined;
	}
}
