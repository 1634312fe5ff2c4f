import type { BookForm } from "../../forms.js";
import type { Handler } from "../handler.js";
import { goBack } from "./back.js";
import { choose } from "./choose.js";
import { hear } from "./hear.js";
import { leave, resume } from "./proceed.js";

/** A booking being made: day, hour, consent, name, phone, confirmation. */
export const bookHandler: Handler<BookForm> = {
	choose,
	hear,
	resume,
	back: goBack,
	leave,
};
