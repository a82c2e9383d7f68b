import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import { CallFailure } from './failure';

/** The error that n8n shows: what happened, how to get unstuck, and the facts that support needs. */
export function nodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
	outcome = '',
): NodeOperationError | NodeApiError {
	if (error instanceof InvalidValue) {
		return new NodeOperationError(node, at(error.message, itemIndex), {
			description: join(error.mend, outcome),
			itemIndex,
		});
	}
	if (error instanceof CallFailure) {
		return apiError(node, error, error.general ? undefined : itemIndex, outcome);
	}
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof Error && 'description' in error ? String(error.description ?? '') : '';
	// Of a NodeOperationError it would make no new one with other words.
	const cause = error instanceof Error && !(error instanceof NodeOperationError) ? error : message;
	return new NodeOperationError(node, cause, {
		message: at(message, itemIndex),
		description: join(description, outcome),
		itemIndex,
	});
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
	const shown = new NodeApiError(node, response, {
		message: at(error.message, itemIndex),
		description: join(error.mend, outcome, facts.length > 0 ? `(${facts.join(', ')})` : ''),
		httpCode: httpStatus === undefined ? undefined : String(httpStatus),
		itemIndex,
	});
	shown.context.feishu = response;
	return shown;
}

/** n8n counts items from 0, in its panels as in its messages. */
const at = (message: string, itemIndex?: number) =>
	itemIndex === undefined || message.endsWith(`[item ${itemIndex}]`)
		? message
		: `${message} [item ${itemIndex}]`;

const join = (...sentences: string[]) => sentences.filter((sentence) => sentence !== '').join(' ');
