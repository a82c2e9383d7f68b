/** The credential's own test, run as n8n's 'Retry' button in the credential window does. */
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { StoredCredential } from './credentials';
import { builtCredential } from './pack';

const CREDENTIAL = 'feishuHireApi';

/** @returns undefined where the test passes, else the words that n8n shows */
export async function testCredential(data: ICredentialDataDecryptedObject): Promise<string | undefined> {
	const credentialType = await builtCredential();
	const { request, rules = [] } = credentialType.test ?? { request: {} };
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: { temp: '' },
		credentials: { [CREDENTIAL]: { id: '1', name: 'Feishu Hire' } },
	};
	const type: INodeType = {
		description: {
			displayName: 'No Operation',
			name: 'noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: CREDENTIAL, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) },
	});
	const additionalData: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new StoredCredential(credentialType, data),
		currentNodeParameters: node.parameters,
		variables: {},
	};
	const decrypted = { id: '1', name: 'Feishu Hire', type: CREDENTIAL, data };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		const [[item] = []] = (await new RoutingNode(context, type, decrypted).runNode()) ?? [];
		for (const { type: kind, properties } of rules) {
			if (kind === 'responseSuccessBody' && item?.json[properties.key] === properties.value) {
				return properties.message;
			}
		}
		return undefined;
	} catch (error) {
		const { cause, message } = error as Error & { cause?: { code?: string; response?: { status: number } } };
		if (cause?.response) return `Received HTTP status code: ${cause.response.status}`;
		return cause?.code ?? message;
	}
}
