import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { methodsOf } from '../engine/methods';
import { panel } from './panel';
import { poll } from './poll';
import { watches } from './watches';

export class FeishuHireUpdatesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Updates Trigger',
		name: 'feishuHireUpdatesTrigger',
		icon: { light: 'file:feishuHireUpdatesTrigger.svg', dark: 'file:feishuHireUpdatesTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["watch"] + ": " + $parameter["on"] }}',
		description:
			'Starts the workflow when applications, candidates, jobs, offers or interviews of Feishu Hire (飞书招聘) are new or changed',
		defaults: { name: 'Feishu Hire Updates Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: panel(),
	};

	methods = methodsOf(Object.values(watches).map(({ params }) => ({ params, collection: 'filters' })));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
