import type { IExecuteFunctions } from 'n8n-workflow';
import type { EncodedItem } from '../declare/operation';
import type { Result } from './outcome';

/** What an earlier try of a node did for an item. */
export interface Past {
	/** The request as the first try built it, with its key: expressions may give something else in each try. */
	readonly item: EncodedItem;
	result?: Result;
}

/** The past of each item, by its index. */
export type Pasts = Array<Past | undefined>;

interface Tries {
	count: number;
	readonly pasts: Pasts;
}

/**
 * n8n hands the same `json` objects to every try of a node; of a tool call of an AI agent even the item around it is
 * new, and the run index too. What n8n drops takes the memory along.
 */
const memory = new WeakMap<object, Map<string, Tries>>();

/**
 * The memory that 'Retry On Fail' needs: n8n runs the whole node again, and what was done must not be done twice.
 * `again` says whether n8n would run the node again if this try failed; else what is left here would answer the next
 * run of a loop that brings the same items.
 */
export function triesOf(context: IExecuteFunctions): { readonly pasts: Pasts; close(again: boolean): void } {
	const { id, retryOnFail, maxTries } = context.getNode();
	const [first] = context.getInputData();
	if (!retryOnFail || !first) return { pasts: [], close: () => {} };
	const runs = memory.get(first.json) ?? new Map<string, Tries>();
	memory.set(first.json, runs);
	const run = `${context.getExecutionId()} ${id}`;
	const tries = runs.get(run) ?? { count: 0, pasts: [] };
	runs.set(run, tries);
	tries.count++;
	// n8n's own bounds: 2 to 5 tries, 3 by default.
	const last = tries.count >= Math.min(5, Math.max(2, maxTries || 3));
	return {
		pasts: tries.pasts,
		close(again) {
			if (!again || last) runs.delete(run);
		},
	};
}
