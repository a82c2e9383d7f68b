import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { StoredCredential } from './credentials';
import { builtCredential, builtNode } from './pack';

export interface NodeRun {
	/** Items of the first output. */
	readonly items: INodeExecutionData[];
	/** `json` of these items. */
	readonly json: IDataObject[];
	/** Items of the error output, where the node has one. */
	readonly failed: INodeExecutionData[];
	readonly error?: Error & { description?: string; context?: IDataObject; httpCode?: string };
	readonly run: IRun;
	readonly credential: StoredCredential;
}

export interface RunOptions {
	readonly node: 'feishuHireOffer' | 'feishuHireExternalOffer' | 'feishuHireApplication';
	readonly parameters: INodeParameters;
	readonly items?: Array<IDataObject | INodeExecutionData>;
	readonly timezone?: string;
	readonly settings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	readonly credential?: ICredentialDataDecryptedObject;
	readonly executionId?: string;
	/** Called with a function that cancels the execution. */
	readonly started?: (cancel: () => void) => void;
}

/** The credential with which a simulator lets in. */
export const credentialFor = ({ url, appId, appSecret }: Simulator): ICredentialDataDecryptedObject => ({
	region: 'custom',
	baseUrl: url,
	appId,
	appSecret,
});

let executions = 0;

/** Runs one node of the built pack in n8n's own engine, against a simulator. */
export async function runNode(simulator: Simulator, options: RunOptions): Promise<NodeRun> {
	const { items = [{}], timezone = 'Asia/Shanghai', settings = {}, started } = options;
	const type = await builtNode(options.node);
	const credential = new StoredCredential(await builtCredential(), options.credential ?? credentialFor(simulator));
	const node: INode = {
		id: 'the-node',
		name: 'Feishu Hire',
		type: `n8n-nodes-feishu-hire.${options.node}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: options.parameters,
		credentials: { feishuHireApi: { id: '1', name: 'Feishu Hire' } },
		...settings,
	};
	const workflowData = {
		id: 'the-workflow',
		name: 'Test',
		nodes: [node],
		connections: {},
		active: false,
		settings: { executionOrder: 'v1' as const, timezone },
	};
	const workflow = new Workflow({
		...workflowData,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	const executionId = options.executionId ?? String(++executions);
	const additionalData = {
		credentialsHelper: credential,
		hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData as never),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const data = items.map((item): INodeExecutionData => ('json' in item ? (item as INodeExecutionData) : { json: item as IDataObject }));
	const execution = new WorkflowExecute(
		additionalData,
		'manual',
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main: [data] }, source: null }] },
		} as never),
	).processRunExecutionData(workflow);
	started?.(() => execution.cancel());
	const run = await execution;
	const task = run.data.resultData.runData[node.name]?.at(-1);
	const [output, failed] = task?.data?.main ?? [];
	return {
		items: output ?? [],
		json: (output ?? []).map(({ json }) => json),
		failed: failed ?? [],
		error: (task?.error ?? run.data.resultData.error) as NodeRun['error'],
		run,
		credential,
	};
}

/** A resource locator that names a record by its ID. */
export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value });
