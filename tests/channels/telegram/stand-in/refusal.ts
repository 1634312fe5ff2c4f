/** What Telegram answers instead of a result. */
export class Refusal extends Error {
	constructor(
		readonly code: number,
		description: string,
		readonly parameters?: object,
	) {
		super(description);
	}
}

export function refuse(code: number, says: string, parameters?: object): never {
	throw new Refusal(code, says, parameters);
}

export const problem = (error_code: number, description: string) => ({
	ok: false,
	error_code,
	description,
});
