import { describe, expect, it } from "vitest";
import {
	type Actor,
	CITIZEN,
	may,
	PERMISSIONS,
	type Permission,
	type Role,
} from "../../src/people/roles.js";

const actor = (role: Role, desk: string | null): Actor => ({
	kind: "member",
	member: {
		id: "tv-22222222",
		name: "anh Minh",
		role,
		desk,
		fields: [],
		conversations: [],
		joinedAt: new Date("2026-11-23T02:00:00Z"),
	},
});

const ACTORS = {
	citizen: CITIZEN,
	volunteerA: actor("volunteer", "a"),
	administratorA: actor("administrator", "a"),
	administrator: actor("administrator", null),
};

/** Who may do it at desk A. */
const TABLE: Readonly<Record<Permission, readonly (keyof typeof ACTORS)[]>> = {
	"keep-account": ["volunteerA", "administratorA", "administrator"],
	"see-roster": ["volunteerA", "administratorA", "administrator"],
	"record-visit": ["volunteerA", "administratorA", "administrator"],
	serve: ["volunteerA", "administratorA", "administrator"],
	"plan-sessions": ["administratorA", "administrator"],
	"manage-team": ["administratorA", "administrator"],
	"edit-knowledge": ["administratorA", "administrator"],
	"see-questions": ["administratorA", "administrator"],
	"see-figures": ["administratorA", "administrator"],
	"see-audit": ["administratorA", "administrator"],
};

describe.each(PERMISSIONS)("%s", (permission) => {
	const allowed = (desk?: string | null) =>
		Object.entries(ACTORS)
			.filter(([, one]) => may(one, permission, desk))
			.map(([name]) => name);

	it("at desk A", () => expect(allowed("a")).toEqual(TABLE[permission]));

	it("at desk B: nobody of desk A", () =>
		expect(allowed("b")).toEqual(["administrator"]));

	it("for every desk at once: nobody of one desk", () =>
		expect(allowed(null)).toEqual(["administrator"]));

	it("at some desk", () =>
		expect(allowed(undefined)).toEqual(TABLE[permission]));
});
