/** Why a call failed, in the user's words. It becomes a node error when the item is known. */
export class CallFailure extends Error {
	readonly mend: string;
	readonly code?: number;
	readonly httpStatus?: number;
	readonly logId?: string;
	/** Feishu's own words. */
	readonly says?: string;
	/** Whether the request may have been applied all the same. */
	readonly unknown: boolean;
	/** Whether it concerns the whole run rather than an item. */
	readonly general: boolean;
	/** Whether the answer to a read came without the record. */
	readonly missing: boolean;

	constructor(
		what: string,
		{
			mend,
			code,
			httpStatus,
			logId,
			says,
			unknown = false,
			general = false,
			missing = false,
		}: Pick<CallFailure, 'mend'> & Partial<Omit<CallFailure, keyof Error>>,
	) {
		super(what);
		this.name = 'CallFailure';
		this.mend = mend;
		this.code = code;
		this.httpStatus = httpStatus;
		this.logId = logId;
		this.says = says;
		this.unknown = unknown;
		this.general = general;
		this.missing = missing;
	}
}

/** The failure that leaves it unknown whether the request was applied, if it is one. */
export const unknownOf = (error: unknown): CallFailure | undefined =>
	error instanceof CallFailure && error.unknown ? error : undefined;

/** The execution was stopped by the user or by n8n. */
export class Canceled extends Error {
	constructor() {
		// n8n tells a cancelled execution from a failed one by this word in the message.
		super('The execution was canceled');
		this.name = 'Canceled';
	}
}
