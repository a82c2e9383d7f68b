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

export class FeishuHireApplication implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Application',
		name: 'feishuHireApplication',
		icon: { light: 'file:feishuHireApplication.svg', dark: 'file:feishuHireApplication.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with the applications (投递) of Feishu Hire (飞书招聘), and onboard who was hired',
		defaults: { name: 'Feishu Hire Application' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: describe(
			[
				{ name: 'Application', value: 'application', default: 'transferStage' },
				{ name: 'Onboarding', value: 'onboarding', default: 'transferOnboard' },
			],
			operations,
		),
	};

	methods = methodsOf(operations);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, operations);
	}
}
