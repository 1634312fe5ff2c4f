import { bareWords } from "./words.js";

/** `dạ` alone is politeness, not agreement. */
const YES =
	/^(co|co dong y|dong y|yes|vang|vang dong y|u|uh|ok|oke|okay|dung|dung roi|dung vay|phai|chuan|chac chan|xac nhan|duoc|duoc roi|nhat tri|chot|ok roi)$/;
const NO =
	/^(?:thoi )?(?:no|khoi|bo qua|sai|sai roi|chua|chua dung|(?:khong|ko|k|kh|hong)(?: (?:can|co|muon|phai|dong y|dung|cho|de lai|so|nua))*)$/;

export const saysYes = (text: string): boolean => YES.test(bareWords(text));
export const saysNo = (text: string): boolean => NO.test(bareWords(text));
