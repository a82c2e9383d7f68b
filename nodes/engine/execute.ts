import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import { runOptionsOf, type RunOptions } from '../declare/runOptions';
import { Causes } from './causes';
import { systemClock, type Clock } from './clock';
import { dryRunWords, isDryRun } from './dryRun';
import { CallFailure, Canceled } from './failure';
import { ItemRun } from './itemRun';
import { lanes } from './lanes';
import { nodeError } from './nodeError';
import { isDone, shown, tally, type Result } from './outcome';
import { prepare, type Results } from './prepare';
import { Progress } from './progress';
import { readsForAll } from './resolve';
import { Sender } from './send';
import { Session } from './session';
import type { Pasts } from './tries';

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
	// The words alone: of an error that is given as the cause n8n would log the stack.
	const canceled = () => new NodeOperationError(context.getNode(), new Canceled().message);
	const hint = (message: string) =>
		context.addExecutionHints({ message, location: 'outputPane', type: 'info' });
	const results: Results = new Array<Result | undefined>(count);
	try {
		const operation = chosen(context, operations);
		const options = runOptionsOf(context.getNodeParameter('options', 0, {}));
		let session: Session | undefined;
		const pasts = await prepare(context, operation, options, results, async () => {
			session = await Session.open(context);
			return readsForAll(session, { ...options, clock, stop: signal, canceled: signal });
		});
		if (signal?.aborted) throw new Canceled();
		session ??= await Session.open(context);
		const rehearsed = pasts.filter((past) => past && isDryRun(past.item)).length;
		const words = await sendAll(context, session, operation, options, pasts, results, clock, signal);
		for (const each of words) hint(each);
		if (rehearsed > 0) hint(dryRunWords(operation, rehearsed));
	} catch (error) {
		throw signal?.aborted || error instanceof Canceled ? canceled() : error;
	}
	return [results.flatMap((result, index) => (result ? shown(context, result, index) : []))];
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

/** @returns what the user should know: what the limits cost, and what could not be read */
async function sendAll(
	context: IExecuteFunctions,
	session: Session,
	operation: Operation,
	{ timeout, patience }: RunOptions,
	pasts: Pasts,
	results: Results,
	clock: Clock,
	signal: AbortSignal | undefined,
): Promise<string[]> {
	// n8n runs a node with 'Retry On Fail' again even when the user has stopped the execution.
	if (signal?.aborted) throw new Canceled();
	const isRehearsal = pasts.every((past) => !past || isDryRun(past.item));
	const stop = new AbortController();
	const sender = new Sender(session, {
		clock,
		stop: stop.signal,
		canceled: signal,
		timeout,
		patience,
	});
	const { orderedBy } = operation;
	const runs = new ItemRun(context, operation, sender);
	const causes = new Causes(operation, session, { clock, canceled: signal });
	let fatal: { readonly error: unknown; readonly index: number; readonly item: EncodedItem } | undefined;
	const cancel = () => stop.abort();
	const progress = new Progress(context, clock, operation.limits, pasts.filter(Boolean).length);
	signal?.addEventListener('abort', cancel);
	try {
		await lanes(pasts.length, {
			width: operation.width ?? WIDTH,
			keyOf: (index) =>
				orderedBy === undefined ? undefined : (pasts[index]?.item.values[orderedBy] as string | undefined),
			stopped: () => stop.signal.aborted,
			async run(index) {
				const past = pasts[index];
				if (!past) return;
				pasts[index] = undefined;
				const result = await runs.of(past, index);
				progress.step();
				if (!isDone(result) && result.error instanceof Canceled) return;
				past.result = result;
				results[index] = result;
				if (isDone(result)) return;
				if (context.continueOnFail() && !failsAll(result.error)) {
					results[index] = { error: await causes.of(past.item, result.error) };
					return;
				}
				fatal ??= { error: result.error, index, item: past.item };
				stop.abort();
			},
		});
	} finally {
		progress.end();
		// n8n's signal lives as long as the execution, and a loop may run this node a thousand times in it.
		signal?.removeEventListener('abort', cancel);
	}
	if (signal?.aborted) throw new Canceled();
	if (fatal && !context.continueOnFail()) {
		const { error, index, item } = fatal;
		const unsent = context.getNode().retryOnFail ? 'not sent in this try' : 'never sent';
		const outcome = isRehearsal ? 'It was a dry run.' : tally(results, index, unsent);
		throw nodeError(context.getNode(), await causes.of(item, error), index, outcome);
	}
	if (fatal)
		for (const [unsent, result] of results.entries()) results[unsent] = result ?? { error: fatal.error };
	return [sender.slowdown.words(pasts.length), runs.names.words(), sender.leftOut.words()].filter(
		(words) => words !== undefined,
	);
}

/** Whether every other item would fail for the same reason. */
const failsAll = (error: unknown): boolean => error instanceof CallFailure && error.general;
