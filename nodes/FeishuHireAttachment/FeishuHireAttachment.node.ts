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

export class FeishuHireAttachment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Attachment',
		name: 'feishuHireAttachment',
		icon: { light: 'file:feishuHireAttachment.svg', dark: 'file:feishuHireAttachment.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Upload and download the files (附件) of Feishu Hire (飞书招聘)',
		defaults: { name: 'Feishu Hire Attachment' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		properties: describe([{ name: 'Attachment', value: 'attachment', default: 'upload' }], operations),
	};

	methods = methodsOf(operations);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, operations);
	}
}
