import type { Slot } from "../../../booking/store.js";
import type { Choice } from "../../reply.js";
import { offer } from "../../turn.js";
import { ACCEPT, DECLINE } from "../../wording/line.js";

type Session = Pick<Slot, "desk" | "day">;

/** What can be done with a seat that is kept for somebody who waited. */
export const offerChoices = ({ desk, day }: Session): readonly Choice[] => [
	offer(ACCEPT, { kind: "accept", session: { desk, day } }),
	offer(DECLINE, { kind: "leave-line", session: { desk, day } }),
];
