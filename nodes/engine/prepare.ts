import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import { encodeItem } from '../declare/request';
import type { RunOptions } from '../declare/runOptions';
import { isTool } from './asTool';
import { filesOf } from './binary';
import { CallFailure } from './failure';
import { keysFor, KeysGiven } from './idempotency';
import { nodeError } from './nodeError';
import { isDone, type Result } from './outcome';
import { parametersOf } from './parameters';
import { namesBehind, Resolver, type Reading } from './resolve';
import { timezoneOf } from './timezone';
import { pastsOf, type Past, type Pasts } from './tries';

export type Results = Array<Result | undefined>;

/**
 * Encodes and checks every item, before anything is sent, and finds what they say in words, before anything is
 * written. Of an earlier try an item keeps its request, and its output where it was applied.
 * @param reading opens the way to Feishu Hire, where something has to be looked up
 * @returns what is left to be sent, with what there was of it before
 */
export async function prepare(
	context: IExecuteFunctions,
	operation: Operation,
	{ makeKey }: RunOptions,
	results: Results,
	reading: () => Promise<Reading>,
): Promise<Pasts> {
	const encoding = { timezone: timezoneOf(context), asTool: isTool(context.getNode()) };
	const read = parametersOf(context);
	const pasts = pastsOf(context);
	const fails = (index: number, error: unknown) => {
		if (!context.continueOnFail()) throw nodeError(context.getNode(), error, index, 'Nothing was sent.');
		results[index] = { error };
	};

	const drafts = Array.from(results, (_, index) => {
		if (pasts[index]) return undefined;
		try {
			return encodeItem(operation, read(index), encoding);
		} catch (error) {
			fails(index, error);
			return undefined;
		}
	});
	const asking = drafts.flatMap((item, index) => (item?.told ? [{ item, index }] : []));
	const resolver = asking.length > 0 ? new Resolver(operation, await reading()) : undefined;
	await resolver?.load(asking);

	const withKey = makeKey ? keysFor(context, operation) : (item: EncodedItem) => item;
	const given = new KeysGiven();
	for (const [index, past] of pasts.entries()) if (past) given.add(operation, past.item, index);
	const whole = (draft: EncodedItem, index: number): EncodedItem => {
		if (!draft.told || !resolver) return draft;
		const item = encodeItem(operation, read(index), encoding, (told) =>
			resolver.of(index, told).map(({ id }) => id),
		);
		return { ...item, names: namesBehind(operation, draft.told, (told) => resolver.of(index, told)) };
	};
	const again = new Set<unknown>();
	const unclear: Unclear[] = [];
	const left = drafts.map((draft, index) => {
		if (!draft && !pasts[index]) return undefined;
		let item = draft;
		try {
			if (draft) item = whole(draft, index);
		} catch (error) {
			unclear.push({ index, error });
			return undefined;
		}
		try {
			if (item) {
				operation.check?.(item, filesOf(context, index));
				given.add(operation, item, index);
				pasts[index] = { item: withKey(item, index) };
			}
			const past = pasts[index];
			if (!past) return undefined;
			if (followsAgain(operation, past, again)) past.result = undefined;
			if (!past.result || !isDone(past.result)) return past;
			results[index] = past.result;
		} catch (error) {
			fails(index, error);
		}
		return undefined;
	});
	if (unclear.length > 0 && !context.continueOnFail()) throw unclearError(context, unclear, results.length);
	for (const { index, error } of unclear) results[index] = { error };
	return left;
}

/** An item whose words mean nothing, or several things. */
interface Unclear {
	readonly index: number;
	readonly error: unknown;
}

const MOST_NAMED = 20;

/** All of them in one error, so that a spreadsheet is mended in one go. */
function unclearError(context: IExecuteFunctions, unclear: readonly Unclear[], items: number): Error {
	const node = context.getNode();
	const [first, ...more] = unclear;
	const ofMany = unclear.find(
		({ error }, at) =>
			error instanceof CallFailure && unclear.slice(0, at).some((earlier) => earlier.error === error),
	);
	if (ofMany) return nodeError(node, ofMany.error, undefined, 'Nothing was written.');
	if (first && more.length === 0) return nodeError(node, first.error, first.index, 'Nothing was written.');
	const lines = unclear.slice(0, MOST_NAMED).map(({ index, error }) => {
		const { message, mend } = error as Error & { mend?: string };
		return `[item ${index}] ${message}. ${mend ?? ''}`.trim();
	});
	const rest = unclear.length - lines.length;
	return new NodeOperationError(node, `${unclear.length} of ${items} items name what cannot be found`, {
		description: [...lines, ...(rest > 0 ? [`… and ${rest} more.`] : []), 'Nothing was written.'].join('\n'),
	});
}

/**
 * Whether an item that was applied in an earlier try is to be applied once more, because an earlier change of the
 * same record is sent after it and would undo it. `again` gathers the records that changes are sent to in this try.
 */
function followsAgain(
	{ effect, orderedBy }: Operation,
	{ item, result }: Past,
	again: Set<unknown>,
): boolean {
	const record = orderedBy === undefined ? undefined : item.values[orderedBy];
	if (record === undefined || effect !== 'idempotent') return false;
	if (again.has(record)) return true;
	if (!result || !isDone(result)) again.add(record);
	return false;
}
