import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { InvalidParameter } from '../declare/request';
import type { EncodedItem, Operation } from '../declare/operation';
import { isRunByEngine } from './tries';

/** What makes the key of an item: it gives the item with its key. */
export type MakeKey = (item: EncodedItem, index: number) => EncodedItem;

/** How many equal items a node has come to in an execution. n8n keeps one such object for each node of it. */
const counts = new WeakMap<object, Map<string, number>>();

/** n8n's number of a call that an agent makes: another one when the model calls again for the same. */
const CALL = 'toolCallId';

/**
 * Of a workflow's node, equal items are told apart by their count, in all runs of a loop. A model that calls a tool
 * again with the same words repeats itself: an agent's calls are not counted.
 */
function countOf(context: IExecuteFunctions): Map<string, number> {
	const [first] = context.getInputData();
	if (!isRunByEngine(context) || (first && CALL in first.json)) return new Map();
	const node = context.getContext('node');
	const count = counts.get(node) ?? new Map<string, number>();
	counts.set(node, count);
	return count;
}

const contentOf = ({ [CALL]: _, ...json }: IDataObject) => json;

/** The files that the values name, by what is known of them: another file is another record. */
function filesIn({ binary = {} }: INodeExecutionData, { values }: EncodedItem): unknown[] {
	const named = new Set(Object.values(values).flat());
	return Object.entries(binary)
		.filter(([field]) => named.has(field))
		.map(([field, { fileName, mimeType, bytes }]) => [field, fileName, mimeType, bytes]);
}

/**
 * Keys that make a second sending harmless, for items that bring none. A key is made of the workflow, the node, the
 * input item, its request, and the how-manieth equal one it is. So the same rows have the same keys in every run,
 * also after a crash, while equal rows of one execution have different ones.
 */
export function keysFor(context: IExecuteFunctions, operation: Operation): MakeKey {
	const name = operation.idempotencyKey;
	const to = name === undefined ? undefined : operation.params[name]?.to;
	if (name === undefined || to?.in !== 'body') return (item) => item;
	const place = [context.getWorkflow().id, context.getNode().id];
	const items = context.getInputData();
	const seen = countOf(context);
	const hash = (...parts: unknown[]) =>
		createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
	return (item, index) => {
		if (item.values[name]) return item;
		const input = items[index] ?? { json: {} };
		const equal = hash(place, contentOf(input.json), item.parts, ...filesIn(input, item));
		const before = seen.get(equal) ?? 0;
		seen.set(equal, before + 1);
		const key = before === 0 ? equal : hash(equal, before);
		return {
			values: { ...item.values, [name]: key },
			parts: { ...item.parts, body: { ...item.parts.body, [to.key]: key } },
		};
	};
}

/**
 * Feishu Hire answers a key that it knows with the record of the first request, so that the second of two rows with
 * one key would be lost.
 */
export class KeysGiven {
	private readonly rows = new Map<string, number>();

	/** @throws InvalidParameter where an item before this one has the same key */
	add({ idempotencyKey: name, params }: Operation, { values }: EncodedItem, index: number): void {
		const key = name === undefined ? undefined : values[name];
		if (name === undefined || typeof key !== 'string') return;
		const first = this.rows.get(key);
		if (first === undefined) {
			this.rows.set(key, index);
			return;
		}
		throw new InvalidParameter(
			params[name]?.look.displayName ?? name,
			`is the same in item ${first} and item ${index}`,
			'Feishu Hire would make only one record of the two and give it for both. Give each item a key of its own, or leave the key out.',
		);
	}
}
