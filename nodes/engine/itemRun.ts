import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { EncodedItem, Operation } from '../declare/operation';
import type { RequestParts } from '../declare/request';
import { DryRun, isDryRun } from './dryRun';
import { Canceled, unknownOf } from './failure';
import { isDone, repeatable, type Result } from './outcome';
import { Names } from './names';
import { recordsOf, successOf } from './records';
import type { Sender } from './send';
import { readsOf, Resolver } from './resolve';
import { simplified } from './simplified';
import { timezoneOf } from './timezone';
import { toolsFor } from './tools';
import type { Past } from './tries';

/** A dry run of more items leaves out the names that take a request for each: those of candidates. */
const MOST_READ = 50;

/** Runs an operation for one item after the other: its requests, and what they prove. */
export class ItemRun {
	readonly names: Names;
	private readonly timezone: string;
	/** Of what is shown only. */
	private readonly resolver: Resolver;
	private readonly few: boolean;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly sender: Sender,
	) {
		this.names = new Names(sender);
		this.timezone = timezoneOf(context);
		this.resolver = new Resolver(operation, readsOf(sender));
		this.few = context.getInputData().length <= MOST_READ;
	}

	/** Sends an item. Where an earlier try may have done the work, no later refusal proves that it did not. */
	async of({ item, result: before }: Past, index: number): Promise<Result> {
		if (isDryRun(item)) return await this.rehearsed(item, index);
		const doubt = before && !isDone(before) ? unknownOf(before.error) : undefined;
		// Feishu may have made the record, and would make a second one.
		if (doubt && !repeatable(this.operation, item)) return { error: doubt };
		try {
			return await this.items(item, index, await this.answerTo(item, index));
		} catch (error) {
			const unknown = unknownOf(error) ?? doubt;
			if (!unknown || error instanceof Canceled) return { error };
			const data = await this.proof(item, error);
			return data ? await this.items(item, index, { data }) : { error: unknown };
		}
	}

	private async rehearsed(item: EncodedItem, index: number): Promise<Result> {
		const { context, operation, sender } = this;
		const dryRun = new DryRun(operation, sender.call.bind(sender));
		try {
			if (operation.steps)
				await operation.steps(item, toolsFor(context, operation, item, index, sender, dryRun));
			else await dryRun.send(item.parts);
			const names = { ...(await this.resolver.namesOf(item, this.few)), ...item.names };
			return { items: [{ json: dryRun.record({ ...item, names }), pairedItem: { item: index } }] };
		} catch (error) {
			return { error };
		}
	}

	private async items(item: EncodedItem, index: number, { data, binary }: Answered): Promise<Result> {
		const { operation } = this;
		const records = recordsOf(operation, data);
		const shown = records ? await this.simplified(item, records) : [successOf(operation, item)];
		return { items: shown.map((json) => ({ json, ...binary, pairedItem: { item: index } })) };
	}

	private async simplified({ values }: EncodedItem, records: IDataObject[]): Promise<IDataObject[]> {
		const { row } = this.operation;
		if (!row || values.simplify !== true) return records;
		return await simplified(row, records, this.names, this.timezone, values.includeCandidateNames === true);
	}

	/** What a read shows of the work, where Feishu Hire still answers. */
	private async proof(item: EncodedItem, error: unknown): Promise<IDataObject | undefined> {
		const { operation, sender } = this;
		if (!operation.proof || unknownOf(error)?.httpStatus === undefined) return undefined;
		try {
			return await operation.proof(item, sender.call.bind(sender));
		} catch {
			// The failure of the write itself says more than that of the look at it.
			return undefined;
		}
	}

	private async answerTo(item: EncodedItem, index: number): Promise<Answered> {
		const { context, operation, sender } = this;
		const again = repeatable(operation, item);
		const send = async (parts: RequestParts) => await sender.call(operation, parts, again);
		if (!operation.steps && !operation.pages) return { data: await send(item.parts) };
		const call = sender.call.bind(sender);
		const tools = toolsFor(context, operation, item, index, sender, { call, send });
		const data = operation.steps
			? await operation.steps(item, tools)
			: { items: await tools.list(item.parts) };
		const { binary } = tools;
		return Object.keys(binary).length > 0 ? { data, binary: { binary } } : { data };
	}
}

interface Answered {
	readonly data: IDataObject;
	readonly binary?: Pick<INodeExecutionData, 'binary'>;
}
