import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../spec/operation';
import { encodeItem } from '../spec/request';
import { systemClock, type Clock } from './clock';
import { Canceled } from './failure';
import { lanes } from './lanes';
import { nodeError } from './nodeError';
import { Sender } from './send';
import { Session } from './session';

/** Side by side at most: enough for 50 requests a second when each takes a second. */
const WIDTH = 50;
const PATIENCE_MS = 300_000;
const TIMEOUT_MS = 60_000;

/** Runs the operation that the panel names for all input items. Output in input order, each with its `pairedItem`. */
export async function execute(
	context: IExecuteFunctions,
	operations: Operation[],
	clock: Clock = systemClock,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const operation = chosen(context, operations);
	const results: Array<INodeExecutionData[] | undefined> = new Array(items.length);
	const fail = (error: unknown, index: number) => {
		const shown = nodeError(context.getNode(), error, index);
		results[index] = [{ json: { error: shown.message, ...facts(shown) }, pairedItem: { item: index } }];
	};

	const encoded: Array<EncodedItem | undefined> = items.map((_, index) => {
		try {
			return encodeItem(operation, reader(context, index), { timezone: context.getTimezone() });
		} catch (error) {
			if (!context.continueOnFail()) throw nodeError(context.getNode(), error, index, 'Nothing was sent.');
			fail(error, index);
			return undefined;
		}
	});

	const signal = context.getExecutionCancelSignal();
	const session = await Session.open(context);
	const sender = new Sender(session, { clock, signal, patience: PATIENCE_MS, timeout: TIMEOUT_MS });
	const { orderedBy, idempotencyKey } = operation;
	let fatal: { readonly error: unknown; readonly index: number } | undefined;
	await lanes(items.length, {
		width: WIDTH,
		keyOf: (index) => (orderedBy === undefined ? undefined : encoded[index]?.values[orderedBy] as string | undefined),
		stopped: () => fatal !== undefined || signal?.aborted === true,
		async run(index) {
			const item = encoded[index];
			if (!item) return;
			encoded[index] = undefined;
			const repeatable = operation.effect !== 'create' || Boolean(idempotencyKey && item.values[idempotencyKey]);
			const send = async (parts: EncodedItem['parts']) => await sender.call(operation, parts, repeatable);
			try {
				const data = operation.steps
					? await operation.steps(item, send, sender.call.bind(sender))
					: await send(item.parts);
				results[index] = recordsOf(operation, item, data).map((json) => ({ json, pairedItem: { item: index } }));
			} catch (error) {
				if (error instanceof Canceled || !context.continueOnFail()) fatal ??= { error, index };
				else fail(error, index);
			}
		},
	});

	if (signal?.aborted || fatal?.error instanceof Canceled) throw new NodeOperationError(context.getNode(), new Canceled());
	if (fatal) throw nodeError(context.getNode(), fatal.error, fatal.index, applied(results));
	return [results.flatMap((result) => result ?? [])];
}

function chosen(context: IExecuteFunctions, operations: Operation[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const value = context.getNodeParameter('operation', 0);
	const found = operations.find((operation) => operation.resource === resource && operation.value === value);
	if (!found) {
		throw new NodeOperationError(context.getNode(), `There is no operation '${String(value)}' of '${String(resource)}'`, {
			description: 'Open the node and choose the resource and the operation again.',
		});
	}
	return found;
}

const reader = (context: IExecuteFunctions, index: number) => (name: string) =>
	context.getNodeParameter(name, index, null, { extractValue: true }) as unknown;

function recordsOf(operation: Operation, { values }: EncodedItem, data: IDataObject): IDataObject[] {
	if (operation.record !== undefined) return [(data[operation.record] ?? data) as IDataObject];
	if (Object.keys(data).length > 0) return [data];
	const named = Object.entries(operation.params).flatMap(([name, { to, required }]) =>
		to && required === true ? [[to.key, values[name]]] : [],
	);
	return [{ success: true, ...Object.fromEntries(named) }];
}

/** What a failure of a later item leaves behind. */
function applied(results: ReadonlyArray<unknown>): string {
	const done = results.filter((result) => result !== undefined).length;
	const rest = results.length - done - 1;
	return `Of the ${results.length} items ${done} were applied before; ${rest} were not sent.`;
}

function facts(error: Error): IDataObject {
	const { description, context } = error as { description?: string; context?: { feishu?: IDataObject } };
	return { description: description ?? '', ...(context?.feishu ? { feishu: context.feishu } : {}) };
}
