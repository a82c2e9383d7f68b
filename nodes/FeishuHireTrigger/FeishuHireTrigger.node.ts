import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { methodsOf } from '../engine/methods';
import { nodeError } from '../engine/nodeError';
import { FILTERS } from '../events/filters';
import { eventProperties } from '../events/panel';
import { itemFor, startOf } from '../events/start';
import { wantedBy } from '../events/wanted';
import { keptKeys, readKeys } from './keys';
import { NO_KEY, received, type Received } from './received';

export class FeishuHireTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Feishu Hire Trigger',
		name: 'feishuHireTrigger',
		icon: { light: 'file:feishuHireTrigger.svg', dark: 'file:feishuHireTrigger.dark.svg' },
		group: ['trigger'],
		// They are the same, but for each request to a node of version 1, n8n evaluates an expression (`parseRequestBody`).
		version: [1, 2],
		subtitle: '={{ $parameter["events"].length + " events" }}',
		description: 'Starts the workflow when something happens in Feishu Hire (飞书招聘)',
		defaults: { name: 'Feishu Hire Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuHireApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: [
			{
				displayName:
					'Enter the webhook URL in the developer console, under Events & Callbacks › Event Configuration (事件与回调 › 事件配置), while it is listening. An app has one such URL: one workflow takes all its events, and may hand them to others.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			...eventProperties,
		],
	};

	methods = methodsOf([{ params: FILTERS, collection: 'filters' }]);

	webhookMethods = {
		default: {
			/** The URL is entered in Feishu by hand. What cannot work is refused before n8n opens it. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { encryptKey, verificationToken } = await readKeys(this);
				if (encryptKey === '' && verificationToken === '') {
					throw new NodeOperationError(this.getNode(), NO_KEY, {
						description:
							'Without one of them, anybody could start this workflow. Copy both from Events & Callbacks › Encryption Strategy (事件与回调 › 加密策略) in the developer console into the credential.',
					});
				}
				try {
					wantedBy(this);
				} catch (error) {
					throw nodeError(this.getNode(), error);
				}
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const answer = await receivedBy(this);
		const start = answer.envelope && startOf(this, answer.envelope, wantedBy(this));
		send(this, answer);
		if (!start) return { noWebhookResponse: true };
		// Feishu has its answer: what follows may take its time.
		const json = await itemFor(this, start);
		return { noWebhookResponse: true, ...(json ? { workflowData: [[{ json }]] } : {}) };
	}
}

/** Keys that were kept may let an event in; they are not asked what to refuse. */
async function receivedBy(context: IWebhookFunctions): Promise<Received> {
	const { headers, rawBody } = context.getRequestObject();
	const raw = Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
	const keys = keptKeys(context);
	const answer = keys && received(headers, raw, keys, Date.now());
	return answer?.envelope ? answer : received(headers, raw, await readKeys(context), Date.now());
}

function send(context: IWebhookFunctions, { status, body, refusal }: Received): void {
	if (refusal !== undefined) context.logger.warn(`Feishu Hire Trigger: ${refusal} (HTTP ${status})`);
	const response = context.getResponseObject();
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(body));
}
