import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../engine/execute';
import { methodsOf } from '../engine/methods';
import { describe } from '../declare/describe';
import * as list from './operations';

const operations = Object.values(list);

export class FeishuHireExternalOffer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire External Offer',
		name: 'feishuHireExternalOffer',
		icon: { light: 'file:feishuHireExternalOffer.svg', dark: 'file:feishuHireExternalOffer.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Import offers and applications made in other systems into Feishu Hire (飞书招聘)',
		defaults: { name: 'Feishu Hire External Offer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: describe(
			[
				{ name: 'External Offer', value: 'externalOffer', default: 'create' },
				{ name: 'External Application', value: 'externalApplication', default: 'create' },
			],
			operations,
		),
	};

	methods = methodsOf(operations);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, operations);
	}
}
