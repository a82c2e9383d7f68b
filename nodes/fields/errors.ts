import type { ErrorWords } from '../declare/operation';

const SUPPORT = 'If it stays, give the log ID to Feishu support (飞书客服).';

/** Code 1002001 of a write that can be sent again. */
export const systemError = (doing: string): ErrorWords => ({
	what: `Feishu Hire had an internal error while ${doing}`,
	mend: `Try the item again in a few minutes. ${SUPPORT}`,
});

/** Code 1002002, with what is most likely wrong in this operation. */
export const invalidParameter = (suspects: string): ErrorWords => ({
	what: 'Feishu Hire refuses a value of this item',
	mend: suspects,
});
