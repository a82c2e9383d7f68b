import type { IDataObject } from 'n8n-workflow';
import type { EncodedItem, Operation, PagedEndpoint, Reads } from '../declare/operation';
import { gathered } from './entries';
import { CallFailure } from './failure';
import { pages } from './pages';
import { Sender, type SendOptions } from './send';
import type { Session } from './session';

/** An explanation is worth no long wait. */
const PATIENCE_MS = 10_000;
const TIMEOUT_MS = 10_000;

/** Looks for the causes of a run's refusals, also when the run itself has stopped. Each list is read once. */
export class Causes {
	private readonly lists = new Map<PagedEndpoint, Promise<readonly IDataObject[]>>();
	private readonly reads: Reads;

	constructor(
		private readonly operation: Operation,
		session: Session,
		{ clock, canceled }: Pick<SendOptions, 'clock' | 'canceled'>,
	) {
		const patience = PATIENCE_MS;
		const timeout = TIMEOUT_MS;
		const sender = new Sender(session, { clock, stop: canceled, canceled, patience, timeout });
		const call = sender.call.bind(sender);
		this.reads = {
			call,
			list: async (endpoint) => {
				const list = this.lists.get(endpoint) ?? gathered(pages(call, endpoint));
				this.lists.set(endpoint, list);
				return await list;
			},
		};
	}

	/** The error in words that name the cause, where that is found; else as it is. */
	async of(item: EncodedItem, error: unknown): Promise<unknown> {
		const { explain } = this.operation;
		if (!explain || !(error instanceof CallFailure)) return error;
		if (error.code === undefined || error.unknown || error.general) return error;
		try {
			const words = await explain(item, error.code, this.reads);
			return words ? new CallFailure(words.what, { ...error, mend: words.mend }) : error;
		} catch {
			// The refusal itself says more than the failure of the look behind it.
			return error;
		}
	}
}
