import type { GroupId } from "../../questions/book.js";

/** Where these pages are, and where they lead. */
export const QUESTIONS = "/quan-tri/cau-hoi";

export const groupAddress = (id: GroupId): string => `${QUESTIONS}/${id}`;
export const attachAddress = (id: GroupId): string => `${QUESTIONS}/${id}/gan`;
export const answerAddress = (id: GroupId): string =>
	`${QUESTIONS}/${id}/tra-loi`;
export const endAddress = (id: GroupId): string => `${QUESTIONS}/${id}/xong`;
