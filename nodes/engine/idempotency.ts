import { createHash } from 'node:crypto';
import type { EncodedItem, Operation } from '../declare/operation';

/**
 * The item with a key that makes a second sending harmless: the user's own, or one made of the run, the item and
 * its request, which is the same on every try of the run and never on another run.
 */
export function withKey(operation: Operation, item: EncodedItem, run: string, index: number): EncodedItem {
	const name = operation.idempotencyKey;
	const to = name === undefined ? undefined : operation.params[name]?.to;
	if (name === undefined || to?.in !== 'body' || item.values[name]) return item;
	const key = createHash('sha256')
		.update(JSON.stringify([run, index, item.parts]))
		.digest('hex')
		.slice(0, 32);
	return {
		values: { ...item.values, [name]: key },
		parts: { ...item.parts, body: { ...item.parts.body, [to.key]: key } },
	};
}
