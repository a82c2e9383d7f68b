/** What n8n puts around a node: a workflow with a node before it, a stored credential, an execution. */
import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	NodeConnectionTypes,
	setSafeRegexEngine,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { StoredCredential } from './credentials';
import { builtCredential, builtNode, type NodeName } from './pack';

// n8n gives a regular expression of a panel 250 ms by the clock of the wall, and a machine that stalls for so long
// fails the run.
setSafeRegexEngine({
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
	replace: (pattern, input, flags, replacement) => input.replace(new RegExp(pattern, flags), replacement),
	matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, `${flags ?? ''}g`))],
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
});

/** What one must know of a simulator, be it in this process or in another. */
export type Access = Pick<Simulator, 'url' | 'appId' | 'appSecret'>;

export interface Placement {
	readonly node: NodeName;
	/** Runs in place of the built node. */
	readonly type?: INodeType;
	readonly typeVersion?: number;
	readonly parameters: INodeParameters;
	readonly timezone?: string;
	readonly settings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	/** Gets tokens in place of the built credential. */
	readonly credentialType?: ICredentialType;
	/** What the credential holds; by default what the simulator lets in. */
	readonly credential?: ICredentialDataDecryptedObject;
	readonly credentialId?: string;
	/** How many times n8n fails to store a token with it. */
	readonly storeFailures?: number;
	readonly executionId?: string;
	readonly workflowId?: string;
	readonly nodeId?: string;
	/** As n8n runs it for an AI agent. */
	readonly asTool?: boolean;
	/** What n8n keeps of the workflow between runs. */
	readonly staticData?: IDataObject;
}

export interface Surroundings {
	readonly type: INodeType;
	readonly node: INode;
	readonly workflow: Workflow;
	readonly workflowData: IWorkflowBase;
	readonly additionalData: IWorkflowExecuteAdditionalData;
	readonly credential: StoredCredential;
	/** What the node wrote to the browser's console. */
	readonly messages: string[];
}

/** The credential with which a simulator lets in. */
export const credentialFor = ({ url, appId, appSecret }: Access): ICredentialDataDecryptedObject => ({
	region: 'custom',
	baseUrl: url,
	appId,
	appSecret,
});

/** The node before the one under test; its output is the input. */
export const SOURCE = 'Input';

const source: INodeType = {
	description: {
		displayName: SOURCE,
		name: 'input',
		group: [],
		version: 1,
		description: 'Gives the items of the test',
		defaults: { name: SOURCE },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

let executions = 0;

export async function surround(simulator: Access, placement: Placement): Promise<Surroundings> {
	const { timezone = 'Asia/Shanghai', settings = {} } = placement;
	const type = placement.type ?? (await builtNode(placement.node));
	const credential = new StoredCredential(
		placement.credentialType ?? (await builtCredential()),
		placement.credential ?? credentialFor(simulator),
	);
	credential.failures = placement.storeFailures ?? 0;
	const name = 'Feishu Hire';
	const nodes: INode[] = [
		{ id: 'before', name: SOURCE, type: 'input', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			id: placement.nodeId ?? 'the-node',
			name,
			type: `n8n-nodes-feishu-hire.${placement.node}${placement.asTool ? 'Tool' : ''}`,
			typeVersion: placement.typeVersion ?? 1,
			position: [200, 0],
			parameters: placement.parameters,
			credentials: { feishuHireApi: { id: placement.credentialId ?? '1', name: 'Feishu Hire' } },
			...(placement.asTool ? { rewireOutputLogTo: NodeConnectionTypes.AiTool } : {}),
			...settings,
		},
	];
	const workflowData: IWorkflowBase = {
		id: placement.workflowId ?? 'the-workflow',
		name: 'Test',
		nodes,
		connections: { [SOURCE]: { main: [[{ node: name, type: NodeConnectionTypes.Main, index: 0 }]] } },
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		settings: { executionOrder: 'v1', timezone },
		...(placement.staticData ? { staticData: placement.staticData } : {}),
	};
	const typeOf = (typeName: string) => (typeName === 'input' ? source : type);
	const workflow = new Workflow({
		...workflowData,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
	});
	const node = workflow.getNode(name);
	if (!node) throw new Error('The workflow has lost its node');
	const executionId = placement.executionId ?? String(++executions);
	const messages: string[] = [];
	const additionalData: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: credential,
		hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData),
		executionId,
		currentNodeExecutionIndex: 0,
		currentNodeParameters: node.parameters,
		variables: {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		setExecutionStatus: () => {},
		sendDataToUI(_, data) {
			messages.push(...((data as { messages?: string[] }).messages ?? []));
		},
	};
	return {
		type,
		node,
		workflow,
		workflowData,
		additionalData: additionalData as IWorkflowExecuteAdditionalData,
		credential,
		messages,
	};
}
