import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import { isTool } from './asTool';
import { CallFailure } from './failure';

/** The error that n8n shows: what happened, how to get unstuck, and the facts that support needs. */
export function nodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
	outcome = '',
): NodeOperationError | NodeApiError {
	if (error instanceof InvalidValue) {
		const { message, description } = shownTo(node, error.message, join(error.mend, outcome), itemIndex);
		return new NodeOperationError(node, message, { description, itemIndex });
	}
	if (error instanceof CallFailure) {
		return apiError(node, error, error.general ? undefined : itemIndex, outcome);
	}
	const what = error instanceof Error ? error.message : String(error);
	const more = error instanceof Error && 'description' in error ? String(error.description ?? '') : '';
	const { message, description } = shownTo(node, what, join(more, outcome), itemIndex);
	// Of a NodeOperationError it would make no new one with other words.
	const cause = error instanceof Error && !(error instanceof NodeOperationError) ? error : what;
	return new NodeOperationError(node, cause, { message, description, itemIndex });
}

function apiError(
	node: INode,
	error: CallFailure,
	itemIndex: number | undefined,
	outcome: string,
): NodeApiError {
	const { code, httpStatus, logId, says } = error;
	const facts = [
		code === undefined ? '' : `Feishu code ${code}${says ? ` “${says}”` : ''}`,
		httpStatus === undefined ? '' : `HTTP ${httpStatus}`,
		logId === undefined ? '' : `log ID ${logId}`,
	].filter((fact) => fact !== '');
	const response: JsonObject = {
		code: code ?? null,
		msg: says ?? null,
		log_id: logId ?? null,
		http_status: httpStatus ?? null,
	};
	const more = join(error.mend, outcome, facts.length > 0 ? `(${facts.join(', ')})` : '');
	const { message, description } = shownTo(node, error.message, more, itemIndex);
	const shown = new NodeApiError(node, response, {
		message,
		description,
		httpCode: httpStatus === undefined ? undefined : String(httpStatus),
		itemIndex,
	});
	shown.context.feishu = response;
	return shown;
}

/**
 * Of a tool that fails, n8n gives the model nothing but the message (`workflow-execute.ts`: `{ error: message }`).
 * The way out stands in it too then, and no item: a call of a model is one.
 */
function shownTo(node: INode, what: string, more: string, itemIndex?: number) {
	return {
		message: isTool(node) && more !== '' ? `${what.replace(/[.。]$/, '')}. ${more}` : at(what, itemIndex),
		description: more,
	};
}

/** n8n counts items from 0, in its panels as in its messages. */
const at = (message: string, itemIndex?: number) =>
	itemIndex === undefined || message.endsWith(`[item ${itemIndex}]`)
		? message
		: `${message} [item ${itemIndex}]`;

const join = (...sentences: string[]) => sentences.filter((sentence) => sentence !== '').join(' ');
