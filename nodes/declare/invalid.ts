/**
 * A value that Feishu Hire would refuse or misread.
 * `problem` follows the parameter's name in a sentence ("'Offer ID' is missing"); `mend` says what to do.
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
