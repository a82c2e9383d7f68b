/** Runs one node of the built pack in n8n's own engine, against a simulator. */
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
} from 'n8n-workflow';
import type { StoredCredential } from './credentials';
import { SOURCE, surround, type Access, type Placement } from './surroundings';

export { credentialFor } from './surroundings';

/** What an error of a node shows in n8n. */
export interface ShownError extends Error {
	readonly description?: string;
	readonly context?: IDataObject;
	readonly httpCode?: string;
}

export interface NodeRun {
	/** Items of the first output. */
	readonly items: INodeExecutionData[];
	/** `json` of these items. */
	readonly json: IDataObject[];
	/** Items of the error output, where the node has one. */
	readonly failed: INodeExecutionData[];
	readonly error?: ShownError;
	readonly run: IRun;
	readonly credential: StoredCredential;
	/** What n8n shows beside the output. */
	readonly hints: readonly string[];
	/** What the node wrote to the browser's console. */
	readonly messages: readonly string[];
}

export interface RunOptions extends Placement {
	/** The input; one empty item by default. */
	readonly items?: ReadonlyArray<IDataObject | INodeExecutionData>;
	/** Each item in a run of its own, as in a loop; what comes back is that of the last run. */
	readonly oneByOne?: boolean;
	/** Called with a function that cancels the execution. */
	readonly started?: (cancel: () => void) => void;
	/** Called with the stored credential before the run. */
	readonly stored?: (credential: StoredCredential) => void;
}

const isItem = (item: IDataObject | INodeExecutionData): item is INodeExecutionData => 'json' in item;

export async function runNode(simulator: Access, options: RunOptions): Promise<NodeRun> {
	const { node, workflow, additionalData, credential, messages } = await surround(simulator, options);
	options.stored?.(credential);
	const input = (options.items ?? [{}]).map(
		(item): INodeExecutionData => (isItem(item) ? item : { json: item }),
	);
	const execution = new WorkflowExecute(
		additionalData,
		'manual',
		createRunExecutionData({
			resultData: {
				runData: {
					[SOURCE]: [
						{
							startTime: 0,
							executionTime: 0,
							executionIndex: 0,
							source: [],
							data: { [NodeConnectionTypes.Main]: [input] },
						},
					],
				},
			},
			executionData: {
				nodeExecutionStack: (options.oneByOne ? input.map((item) => [item]) : [input]).map((items) => ({
					node,
					data: { main: [items] },
					source: { main: [{ previousNode: SOURCE }] },
				})),
			},
		}),
	).processRunExecutionData(workflow);
	options.started?.(() => execution.cancel());
	const run = await execution;
	const task = run.data.resultData.runData[node.name]?.at(-1);
	const [output, failed] =
		task?.data?.[options.asTool ? NodeConnectionTypes.AiTool : NodeConnectionTypes.Main] ?? [];
	const error = task?.error ?? run.data.resultData.error;
	return {
		items: output ?? [],
		json: (output ?? []).map(({ json }) => json),
		failed: failed ?? [],
		...(error ? { error: error as ShownError } : {}),
		hints: (task?.hints ?? []).map(({ message }) => message),
		run,
		credential,
		messages,
	};
}

/** A resource locator that names a record by its ID. */
export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value });

/** A resource locator whose record was picked from the list. */
export const fromList = (value: string, cachedResultName: string) => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName,
});
