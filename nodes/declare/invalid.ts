/**
 * A value that Feishu Hire would refuse or misread.
 * `problem` follows the parameter's name in a sentence ("'Offer' is missing"); `mend` says what to do.
 */
export class InvalidValue extends Error {
	constructor(
		readonly problem: string,
		readonly mend: string,
	) {
		super(problem);
		this.name = 'InvalidValue';
	}
}

/** At most 40 characters of a refused value, so that a message stays readable. */
export const quoted = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
};
