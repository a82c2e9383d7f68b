/** Operations as tools of a model, as a person sets them up in the editor. */
import type { INodeParameters } from 'n8n-workflow';
import { packName } from './pack';
import type { Version } from './runtimes';
import type { Stage } from './stage';

/** What the editor writes when a field is left to the model: the name that the panel shows, and no description. */
const leftToModel = (name: string, kind: 'string' | 'boolean' = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${kind}') }}`;

const located = (mode: 'id' | 'name' | 'candidate', name: string) => ({
	__rl: true,
	mode,
	value: leftToModel(name),
});

export interface ToolNode {
	/** As n8n calls a new one. */
	readonly name: string;
	readonly type: string;
	readonly parameters: INodeParameters;
	readonly settings?: object;
}

const application = (operation: string, parameters: INodeParameters) => ({
	type: 'feishuHireApplicationTool',
	parameters: { resource: 'application', operation, ...parameters },
});

export const move: ToolNode = {
	name: 'Move an application to a stage in Feishu Hire Application',
	...application('transferStage', {
		applicationId: located('candidate', 'Application_ID'),
		stageId: located('name', 'Stage'),
	}),
};

export const end: ToolNode = {
	name: 'End an application until recovered in Feishu Hire Application',
	...application('terminate', {
		applicationId: located('candidate', 'Application_ID'),
		terminationType: leftToModel('Termination_Type'),
		additionalFields: { terminationReasonList: leftToModel('Reasons_for_Termination') },
		options: { dryRun: leftToModel('Dry_Run', 'boolean') },
	}),
};

export const list: ToolNode = {
	name: 'Get many applications in Feishu Hire Application',
	...application('getAll', {
		returnAll: true,
		fetchDetails: true,
		filters: { stageId: located('name', 'Stage'), jobId: located('name', 'Job') },
	}),
};

export const importOffer: ToolNode = {
	name: 'Import an external offer in Feishu Hire External Offer',
	type: 'feishuHireExternalOfferTool',
	parameters: {
		resource: 'externalOffer',
		operation: 'create',
		externalApplicationId: located('id', 'External_Application_ID'),
		additionalFields: {
			bizCreateTime: leftToModel('Created_At'),
			owner: leftToModel('Offer_Owner_Name'),
		},
	},
	settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 },
};

export const tools = [move, end, list, importOffer];

/** Its name as a model sees it. */
export const calledAs = ({ name }: ToolNode) => name.replace(/\W+/g, '_');

/** Older n8n ends the run of an agent at the first error of a tool, unless the tool continues. */
const onError = (version: Version) => (version === '2.41.1' ? {} : { onError: 'continueRegularOutput' });

/** The nodes of a workflow, and what connects them with the node that calls them. */
export const toolNodes = ({ credential: { id, name }, runtime }: Stage, caller: string) => ({
	nodes: tools.map((tool, index) => ({
		id: `tool-${index}`,
		name: tool.name,
		type: `${packName}.${tool.type}`,
		typeVersion: 1,
		position: [200 * index, 300],
		parameters: tool.parameters,
		credentials: { feishuHireApi: { id, name } },
		...onError(runtime.version),
		...tool.settings,
	})),
	connections: Object.fromEntries(
		tools.map((tool) => [tool.name, { ai_tool: [[{ node: caller, type: 'ai_tool', index: 0 }]] }]),
	),
});
