import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import { nodeError } from './nodeError';

/** What has become of an item: output items, or why there are none. */
export type Result = { readonly items: INodeExecutionData[] } | { readonly error: unknown };

export const isDone = (result: Result): result is Extract<Result, { items: unknown }> => 'items' in result;

/** Whether sending an item a second time would leave the same as sending it once. */
export const repeatable = ({ effect, idempotencyKey }: Operation, { values }: EncodedItem): boolean =>
	effect !== 'create' || Boolean(idempotencyKey && values[idempotencyKey]);

/** What a run that stopped leaves behind, in a sentence. */
export function tally(
	results: ReadonlyArray<Result | undefined>,
	failed: number,
	unsentWords: string,
): string {
	if (results.length === 1) return '';
	let applied = 0;
	let rehearsed = 0;
	let others = 0;
	let unsent = 0;
	for (const [index, result] of results.entries()) {
		if (!result) unsent++;
		else if (isDone(result)) {
			if (result.items[0]?.json.dry_run === true) rehearsed++;
			else applied++;
		} else if (index !== failed) others++;
	}
	const dry = rehearsed > 0 ? ` ${rehearsed} were a dry run,` : '';
	return `Of the ${results.length} items, ${applied} were applied,${dry} ${others + 1} failed${others > 0 ? ` (${others} of them were under way when the run stopped)` : ''}, and ${unsent} were ${unsentWords}.`;
}

/**
 * The output of an item. n8n sends an item to the error output when `error` is all that its `json` holds, and an
 * `error` beside the `json` would make it drop everything but the message.
 */
export function shown(context: IExecuteFunctions, result: Result, index: number): INodeExecutionData[] {
	if (isDone(result)) return result.items;
	const error = nodeError(context.getNode(), result.error, index);
	const {
		message,
		description,
		context: more,
	} = error as Error & { description?: string; context?: IDataObject };
	return [
		{
			json: { error: { message, description, ...(more?.feishu as IDataObject) } },
			pairedItem: { item: index },
		},
	];
}
