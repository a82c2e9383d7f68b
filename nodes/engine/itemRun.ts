import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import type { RequestParts } from '../declare/request';
import { CallFailure } from './failure';
import { withKey } from './idempotency';
import { runKey, type Ledger } from './ledger';
import type { Result } from './outcome';
import { recordsOf } from './records';
import type { Sender } from './send';
import { toolsFor } from './tools';

/** Runs an operation for one item after the other: its requests, its key, and what is remembered of it. */
export class ItemRun {
	/** What makes the keys of this run; undefined where no key is to be made. */
	private readonly run?: string;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly sender: Sender,
		private readonly ledger: Ledger | undefined,
		makeKey: boolean,
	) {
		if (operation.idempotencyKey !== undefined && makeKey) this.run = runKey(context);
	}

	async of(given: EncodedItem, index: number): Promise<Result> {
		const { operation, ledger, run } = this;
		const item = run === undefined ? given : withKey(operation, given, run, index);
		const request = ledger ? JSON.stringify(item.parts) : '';
		const past = ledger?.recall(index, request);
		const { effect, idempotencyKey } = operation;
		const repeatable = effect !== 'create' || Boolean(idempotencyKey && item.values[idempotencyKey]);
		if (past && ('items' in past || !repeatable)) return past;
		let result: Result;
		try {
			result = { items: await this.itemsOf(item, index, repeatable) };
		} catch (error) {
			// Where an earlier try may have done the work, no later failure proves that it did not.
			result = past ?? { error };
		}
		if ('items' in result || (result.error instanceof CallFailure && result.error.unknown)) {
			ledger?.record(index, request, result);
		}
		return result;
	}

	private async itemsOf(item: EncodedItem, index: number, repeatable: boolean) {
		const { data, binary } = await this.answerTo(item, index, repeatable);
		return recordsOf(this.operation, item, data).map((json) => ({
			json,
			...binary,
			pairedItem: { item: index },
		}));
	}

	private async answerTo(
		item: EncodedItem,
		index: number,
		repeatable: boolean,
	): Promise<{ readonly data: IDataObject; readonly binary?: Pick<INodeExecutionData, 'binary'> }> {
		const { context, operation, sender } = this;
		const send = async (parts: RequestParts) => await sender.call(operation, parts, repeatable);
		if (!operation.steps && !operation.pages) return { data: await send(item.parts) };
		const tools = toolsFor(context, operation, item, index, send, sender.call.bind(sender));
		const data = operation.steps
			? await operation.steps(item, tools)
			: { items: await tools.list(item.parts) };
		const { binary } = tools;
		return Object.keys(binary).length > 0 ? { data, binary: { binary } } : { data };
	}
}
