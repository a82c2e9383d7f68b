
/** Why a call failed, in the user's words. It becomes a node error when the item is known. */
export class CallFailure extends Error {
	readonly mend: string;
	readonly code?: number;
	readonly httpStatus?: number;
	readonly logId?: string;
	/** Feishu's own words. */
	readonly says?: string;

	constructor(
		what: string,
		{ mend, code, httpStatus, logId, says }: Pick<CallFailure, 'mend' | 'code' | 'httpStatus' | 'logId' | 'says'>,
	) {
		super(what);
		this.name = 'CallFailure';
		this.mend = mend;
		this.code = code;
		this.httpStatus = httpStatus;
		this.logId = logId;
		this.says = says;
	}
}

/** The execution was stopped by the user or by n8n. */
export class Canceled extends Error {
	constructor() {
		// n8n tells a cancelled execution from a failed one by this word in the message.
		super('The execution was canceled');
		this.name = 'Canceled';
	}
}

