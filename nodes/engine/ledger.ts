import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from './outcome';

/** More nodes than this do not wait for their next try at the same time. */
const MOST = 100;

interface Tries {
	count: number;
	readonly past: Map<number, { readonly request: string; readonly past: Result }>;
}

const memory = new Map<string, Tries>();

/**
 * The memory that 'Retry On Fail' needs: n8n runs the whole node again, and what was sent must not be sent twice.
 * It lives from the first try of a node to its success or its last try, and knows nothing of any other run.
 */
export class Ledger {
	private constructor(
		private readonly key: string,
		private readonly tries: Tries,
		private readonly last: boolean,
	) {}

	/** How many nodes wait for their next try. */
	static get waiting(): number {
		return memory.size;
	}

	/** Undefined where the node has no 'Retry On Fail'. */
	static open(context: IExecuteFunctions): Ledger | undefined {
		const { retryOnFail, maxTries } = context.getNode();
		if (!retryOnFail) return undefined;
		const key = runKey(context);
		const tries = memory.get(key) ?? { count: 0, past: new Map() };
		if (tries.count === 0) {
			const [oldest] = memory.keys();
			if (memory.size >= MOST && oldest !== undefined) memory.delete(oldest);
			memory.set(key, tries);
		}
		tries.count++;
		// n8n's own bounds: 2 to 5 tries, 3 by default.
		return new Ledger(key, tries, tries.count >= Math.min(5, Math.max(2, maxTries || 3)));
	}

	/** What became of the item in an earlier try, if its request was the same. */
	recall(index: number, request: string): Result | undefined {
		const entry = this.tries.past.get(index);
		return entry?.request === request ? entry.past : undefined;
	}

	/** Keeps what must not be sent again: what was applied, and what may have been. */
	record(index: number, request: string, past: Result): void {
		this.tries.past.set(index, { request, past });
	}

	/** Forgets everything, unless n8n will run the node again. */
	close({ again }: { again: boolean }): void {
		if (!again || this.last) memory.delete(this.key);
	}
}

/** The same for every try of a node in one run of one execution of one n8n, and for nothing else. */
export const runKey = (context: IExecuteFunctions): string =>
	[
		context.getInstanceId(),
		context.getExecutionId(),
		context.getNode().id,
		String(context.getWorkflowDataProxy(0).$runIndex),
	].join(' ');
