import type { Form } from "../forms.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import type { Turn } from "../turn.js";

/** How one kind of form goes on. The state handed in has the form open. */
export interface Handler<Kind extends Form> {
	/** One of the present step's choices was taken. */
	choose(scene: Scene, state: State, form: Kind, answer: string): Promise<Turn>;
	/** Something else was typed; undefined when it is no answer to the present step. */
	hear(
		scene: Scene,
		state: State,
		form: Kind,
		text: string,
	): Promise<Turn | undefined>;
	/** Shows the present step again, after something else was said. */
	resume(scene: Scene, state: State, form: Kind): Promise<Turn>;
	/** One step back; from the first step, out. */
	back(scene: Scene, state: State, form: Kind): Promise<Turn>;
	/** Leaves the form; whatever it held for the person is given back. */
	leave(scene: Scene, state: State, form: Kind): Promise<Turn>;
}
