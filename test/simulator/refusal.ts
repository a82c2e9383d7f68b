/** A request that Feishu answers with an error envelope. Thrown by whatever part finds the reason. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly more: { headers?: Record<string, string>; error?: Record<string, unknown> } = {},
	) {
		super(message);
	}
}

export const INVALID_PARAMETER = 1002002;

export function invalidParameter(why: string): Refusal {
	return new Refusal(400, INVALID_PARAMETER, `invalid parameter: ${why}`);
}
