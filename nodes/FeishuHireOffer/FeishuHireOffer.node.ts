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

export class FeishuHireOffer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Offer',
		name: 'feishuHireOffer',
		icon: { light: 'file:feishuHireOffer.svg', dark: 'file:feishuHireOffer.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with the offers of Feishu Hire (飞书招聘)',
		defaults: { name: 'Feishu Hire Offer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: describe(
			[
				{ name: 'Offer', value: 'offer', default: 'updateStatus' },
				{ name: 'Internship Offer', value: 'internshipOffer', default: 'updateStatus' },
				{ name: 'Offer Form', value: 'offerForm', default: list.getManyOfferForms.value },
			],
			operations,
		),
	};

	methods = methodsOf(operations);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, operations);
	}
}
