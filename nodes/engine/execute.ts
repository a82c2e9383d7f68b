import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import { encodeItem } from '../declare/request';
import { runOptionsOf } from '../declare/runOptions';
import { systemClock, type Clock } from './clock';
import { Canceled } from './failure';
import { ItemRun } from './itemRun';
import { lanes } from './lanes';
import { Ledger } from './ledger';
import { nodeError } from './nodeError';
import { shown, tally, type Result } from './outcome';
import { parametersOf } from './parameters';
import { Sender } from './send';
import { Session } from './session';
import { Slowdown } from './slowdown';

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
	const { orderedBy } = operation;
	const runs = new ItemRun(context, operation, sender, ledger, makeKey);
	let fatal: { readonly error: unknown; readonly index: number } | undefined;
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
				const result = await runs.of(item, index);
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
