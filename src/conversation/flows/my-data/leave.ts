import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, offer, say } from "../../turn.js";
import { LABEL, stopped } from "../../wording/general.js";

export const leave = async (_: Scene, state: State) =>
	say(closed(state), stopped, [offer(LABEL.data, { kind: "data" })]);
