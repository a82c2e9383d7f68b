import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';
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

const memory = new WeakMap<object, Pasts>();

/**
 * The memory that 'Retry On Fail' needs: n8n runs the whole node again, and what was done must not be done twice.
 * n8n hands the same items to every try of a run, and new ones to any other run; what it drops takes the memory along.
 */
export function pastsOf(context: IExecuteFunctions): Pasts {
	const [first] = context.getInputData();
	if (!first || !context.getNode().retryOnFail) return [];
	// Of a tool that an AI agent calls, the item too is new in every try, but not what the agent has filled in.
	const key = isRunByEngine(context) ? first : first.json;
	const pasts = memory.get(key) ?? [];
	memory.set(key, pasts);
	return pasts;
}

/** Whether this is a node of a workflow; as a tool it may be called by n8n's code for agents instead. */
export const isRunByEngine = (context: IExecuteFunctions): boolean =>
	context.getInputData(0, NodeConnectionTypes.Main).length > 0;
