import { NOBODY, type Team, type TeamStore } from "../../people/team.js";

export function memoryTeam(): TeamStore {
	let team: Team = NOBODY;
	return {
		read: async () => team,
		change: async (act) => {
			const { team: changed, outcome } = act(team);
			team = changed;
			return outcome;
		},
	};
}
