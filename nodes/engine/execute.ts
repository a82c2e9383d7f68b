import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { EncodedItem, Operation, Tools } from '../spec/operation';
import { encodeItem } from '../spec/request';
import { runOptionsOf } from '../spec/runOptions';
import { systemClock, type Clock } from './clock';
import { CallFailure, Canceled } from './failure';
import { withKey } from './idempotency';
import { lanes } from './lanes';
import { Ledger, runKey, type Result } from './ledger';
import { nodeError } from './nodeError';
import { parametersOf } from './parameters';
import { Sender } from './send';
import { recordsOf } from './records';
import { Session } from './session';
import { Slowdown } from './slowdown';
import { toolsFor } from './tools';

/** Side by side at most: enough for 50 requests a second when each takes a second. */
const WIDTH = 50;

/** Runs the operation that the panel names for all input items. Output in input order, each with its `pairedItem`. */
export async function execute(
	context: IExecuteFunctions,
	operations: Operation[],
	clock: Clock = systemClock,
): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	if (count === 0) return [[]];
	const signal = context.getExecutionCancelSignal();
	const canceled = () => new NodeOperationError(context.getNode(), new Canceled());
	const ledger = Ledger.open(context);
	const results: Array<Result | undefined> = new Array<Result | undefined>(count);
	const slowdown = new Slowdown();
	try {
		const operation = chosen(context, operations);
		const encoded = encodeAll(context, operation, results);
		await sendAll(context, operation, encoded, results, ledger, slowdown, clock, signal);
	} catch (error) {
		ledger?.close({ again: !signal?.aborted });
		throw signal?.aborted || error instanceof Canceled ? canceled() : error;
	}
	const hint = slowdown.words(count);
	if (hint !== undefined) context.addExecutionHints({ message: hint, location: 'outputPane', type: 'info' });
	const output = results.flatMap((result, index) => (result ? shown(context, result, index) : []));
	// n8n takes an error in the first item of the output as a failure of the node, and tries again.
	ledger?.close({ again: output[0]?.json.error !== undefined });
	return [output];
}

function chosen(context: IExecuteFunctions, operations: Operation[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const value = context.getNodeParameter('operation', 0);
	const found = operations.find((operation) => operation.resource === resource && operation.value === value);
	if (!found) {
		throw new NodeOperationError(
			context.getNode(),
			`There is no operation '${String(value)}' of '${String(resource)}'`,
			{
				description: 'Open the node and choose the resource and the operation again.',
			},
		);
	}
	return found;
}

function encodeAll(
	context: IExecuteFunctions,
	operation: Operation,
	results: Array<Result | undefined>,
): Array<EncodedItem | undefined> {
	const timezone = context.getTimezone();
	const read = parametersOf(context);
	return Array.from(results, (_, index) => {
		try {
			return encodeItem(operation, read(index), { timezone });
		} catch (error) {
			if (!context.continueOnFail()) throw nodeError(context.getNode(), error, index, 'Nothing was sent.');
			results[index] = { error };
			return undefined;
		}
	});
}

async function sendAll(
	context: IExecuteFunctions,
	operation: Operation,
	encoded: Array<EncodedItem | undefined>,
	results: Array<Result | undefined>,
	ledger: Ledger | undefined,
	slowdown: Slowdown,
	clock: Clock,
	signal: AbortSignal | undefined,
): Promise<void> {
	const { timeout, patience, makeKey } = runOptionsOf(context.getNodeParameter('options', 0, {}));
	const session = await Session.open(context);
	// n8n runs a node with 'Retry On Fail' again even when the user has stopped the execution.
	if (signal?.aborted) throw new Canceled();
	const stop = new AbortController();
	const sender = new Sender(session, {
		clock,
		stop: stop.signal,
		canceled: signal,
		timeout,
		patience,
		waited: (start, end, limit) => slowdown.waited(start, end, limit),
	});
	const call = sender.call.bind(sender);
	const { orderedBy, idempotencyKey } = operation;
	const key = idempotencyKey !== undefined && makeKey ? runKey(context) : undefined;
	let fatal: { readonly error: unknown; readonly index: number } | undefined;

	const apply = async (given: EncodedItem, index: number): Promise<Result> => {
		const item = key === undefined ? given : withKey(operation, given, key, index);
		const request = ledger ? JSON.stringify(item.parts) : '';
		const past = ledger?.recall(index, request);
		const repeatable =
			operation.effect !== 'create' || Boolean(idempotencyKey && item.values[idempotencyKey]);
		if (past && ('items' in past || !repeatable)) return past;
		const send = async (parts: EncodedItem['parts']) => await call(operation, parts, repeatable);
		let result: Result;
		try {
			const tools = toolsFor(context, operation, item, index, send, call);
			const data = await dataOf(operation, item, tools);
			const binary = Object.keys(tools.binary).length > 0 ? { binary: tools.binary } : {};
			result = {
				items: recordsOf(operation, item, data).map((json) => ({
					json,
					...binary,
					pairedItem: { item: index },
				})),
			};
		} catch (error) {
			// Where an earlier try may have done the work, no later failure proves that it did not.
			result = past ?? { error };
		}
		if ('items' in result || (result.error instanceof CallFailure && result.error.unknown)) {
			ledger?.record(index, request, result);
		}
		return result;
	};

	const cancel = () => stop.abort();
	signal?.addEventListener('abort', cancel);
	try {
		await lanes(encoded.length, {
			width: operation.width ?? WIDTH,
			keyOf: (index) =>
				orderedBy === undefined ? undefined : (encoded[index]?.values[orderedBy] as string | undefined),
			stopped: () => stop.signal.aborted,
			async run(index) {
				const item = encoded[index];
				if (!item) return;
				encoded[index] = undefined;
				const result = await apply(item, index);
				if ('error' in result && result.error instanceof Canceled) return;
				results[index] = result;
				if ('items' in result || context.continueOnFail()) return;
				fatal ??= { error: result.error, index };
				stop.abort();
			},
		});
	} finally {
		// n8n's signal lives as long as the execution, and a loop may run this node a thousand times in it.
		signal?.removeEventListener('abort', cancel);
	}
	if (signal?.aborted) throw new Canceled();
	if (fatal) {
		const outcome = tally(results, fatal.index, ledger ? 'not sent in this try' : 'never sent');
		throw nodeError(context.getNode(), fatal.error, fatal.index, outcome);
	}
}

async function dataOf(operation: Operation, item: EncodedItem, tools: Tools): Promise<IDataObject> {
	if (operation.steps) return await operation.steps(item, tools);
	if (operation.pages) return { items: await tools.list(item.parts) };
	return await tools.send(item.parts);
}

/** What a run that stopped leaves behind, in a sentence. */
function tally(results: ReadonlyArray<Result | undefined>, failed: number, unsentWords: string): string {
	if (results.length === 1) return '';
	let applied = 0;
	let others = 0;
	let unsent = 0;
	for (const [index, result] of results.entries()) {
		if (!result) unsent++;
		else if ('items' in result) applied++;
		else if (index !== failed) others++;
	}
	return `Of the ${results.length} items, ${applied} were applied, ${others + 1} failed${others > 0 ? ` (${others} of them were under way when the run stopped)` : ''}, and ${unsent} were ${unsentWords}.`;
}

/**
 * The output of an item. n8n sends an item to the error output when `error` is all that its `json` holds, and an
 * `error` beside the `json` would make it drop everything but the message.
 */
function shown(context: IExecuteFunctions, result: Result, index: number): INodeExecutionData[] {
	if ('items' in result) return result.items;
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
