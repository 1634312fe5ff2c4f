import { bareWords } from "./words.js";

/** `dạ` alone is politeness, not agreement. */
const YES =
	/^(co|co dong y|dong y|yes|vang|vang dong y|u|uh|ok|oke|okay|dung|dung roi|dung vay|phai|chuan|chac chan|xac nhan)$/;
const NO =
	/^(khong|khong dong y|khong can|khong co|khong phai|ko|k|kh|hong|no|khoi|bo qua|sai|khong dau)$/;

export const saysYes = (text: string): boolean => YES.test(bareWords(text));
export const saysNo = (text: string): boolean => NO.test(bareWords(text));
