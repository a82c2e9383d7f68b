/**
 * n8n's side of a webhook in this process: reads a request as n8n's server does, runs the built node's `webhook` in
 * n8n-core's own context, and stores its static data. What starts is noted instead of run.
 */
import { HookContext, WebhookContext } from 'n8n-core';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INodeParameters,
	type IWebhookData,
	type IWebhookDescription,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { freshNode } from '../n8nCore/freshNode';
import { surround, type Access } from '../n8nCore/surroundings';

export interface HostOptions {
	readonly parameters: INodeParameters;
	readonly credential: ICredentialDataDecryptedObject;
	readonly access: Access;
	/** How old is what n8n loads for a webhook: so many savings ago. */
	readonly stale?: number;
	readonly mode?: WorkflowExecuteMode;
}

export interface Started {
	readonly json: IDataObject;
	/** Whether Feishu had its answer before. */
	readonly answered: boolean;
}

export class Host {
	readonly started: Started[] = [];
	readonly log: string[] = [];
	/** How often n8n read the credential for its requests. */
	credentialReads = 0;
	url = '';
	/** What the database held after each saving, the newest last. */
	private readonly saved = ['{}'];
	private type = freshNode('FeishuHireTrigger');
	private readonly server = createServer((request, response) => void this.handle(request, response));

	constructor(private options: HostOptions) {}

	static async start(options: HostOptions): Promise<Host> {
		const host = new Host(options);
		return await host.listen();
	}

	/** How long what n8n stores has become. */
	get storedBytes(): number {
		return this.saved.at(-1)?.length ?? 0;
	}

	/** Another process, with what the database holds. */
	restart(): void {
		this.type = freshNode('FeishuHireTrigger');
		this.saved.splice(0, this.saved.length - 1);
	}

	/** An execution ends that has changed what it stores, and n8n writes the whole as it was when it began. */
	fallBack(): void {
		this.saved.push(this.saved.at(-2) ?? '{}');
	}

	/** The credential is changed while the workflow is active. */
	change(credential: HostOptions['credential']): void {
		this.options = { ...this.options, credential };
	}

	/** A second process that shares the database. */
	twin(): Host {
		const twin = new Host(this.options);
		Object.assign(twin, { saved: this.saved, started: this.started });
		return twin;
	}

	async listen(): Promise<this> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook/1/webhook`;
		return this;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** What n8n does when the workflow is switched on. @throws what the node says against it */
	async activate(): Promise<void> {
		const { workflow, node, additionalData } = await this.loaded();
		const { checkExists } = this.type.webhookMethods?.default ?? {};
		const context = new HookContext(
			workflow,
			node,
			additionalData,
			'trigger',
			'activate',
			this.webhookData(additionalData),
		);
		await checkExists?.call(context);
	}

	private async loaded() {
		const { access, parameters, credential, stale = 0 } = this.options;
		const type = this.type;
		const around = await surround(access, { node: 'feishuHireTrigger', type, parameters, credential });
		const text = this.saved[Math.max(0, this.saved.length - 1 - stale)] ?? '{}';
		const workflow = new Workflow({
			...around.workflowData,
			nodeTypes: around.workflow.nodeTypes,
			staticData: JSON.parse(text) as IDataObject,
		});
		return { ...around, workflow };
	}

	private webhookData(workflowExecuteAdditionalData: IWebhookData['workflowExecuteAdditionalData']) {
		const [webhookDescription] = this.type.description.webhooks as [IWebhookDescription];
		return {
			httpMethod: 'POST',
			node: 'Feishu Hire',
			path: '1/webhook',
			webhookDescription,
			workflowId: 'the-workflow',
			workflowExecuteAdditionalData,
		} satisfies IWebhookData;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const bytes = Buffer.concat(chunks);
			const rawBody = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
			let body: unknown = {};
			try {
				body = rawBody.length > 0 ? JSON.parse(rawBody.toString()) : {};
			} catch {
				// As n8n's server, before any node is asked.
				if (/^application\/json/.test(request.headers['content-type'] ?? '')) {
					response.writeHead(422).end();
					return;
				}
			}
			await this.run(Object.assign(request, { rawBody, body }), response);
		} catch (error) {
			this.log.push(String(error));
			if (!response.headersSent) response.writeHead(500).end();
		}
	}

	private async run(httpRequest: IncomingMessage, httpResponse: ServerResponse): Promise<void> {
		const { workflow, node, additionalData, credential } = await this.loaded();
		Object.assign(additionalData, { httpRequest, httpResponse });
		const context = new WebhookContext(
			workflow,
			node,
			additionalData,
			this.options.mode ?? 'webhook',
			this.webhookData(additionalData),
			[],
			null,
		);
		const note = (message: string) => void this.log.push(message);
		Object.defineProperty(context, 'logger', { value: { debug: note, info: note, warn: note, error: note } });
		const result = await this.type.webhook?.call(context);
		this.credentialReads += credential.reads;
		if (workflow.staticData.__dataChanged === true) this.saved.push(JSON.stringify(workflow.staticData));
		const [items = []] = result?.workflowData ?? [];
		for (const { json } of items) {
			this.started.push({ json: JSON.parse(JSON.stringify(json)), answered: httpResponse.writableEnded });
		}
		if (result?.noWebhookResponse !== true) httpResponse.writeHead(200).end();
	}
}
