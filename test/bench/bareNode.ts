/** The least that a node of n8n can do: as many calls of n8n's own HTTP helper, side by side, and nothing else. */
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { builtNode } from '../n8nCore/pack';
import { byId } from '../n8nCore/run';

/** As many side by side as the engine's own width. */
const WIDTH = 50;

export interface TransferItem {
	readonly [key: string]: string;
	readonly id: string;
	readonly stage: string;
	/** Of the candidate. */
	readonly email: string;
}

/** What the panel of the node holds, for the node and for the bare ones. */
export const transferParameters = (stage: string): INodeParameters => ({
	resource: 'application',
	operation: 'transferStage',
	applicationId: byId('={{ $json.id }}'),
	stageId: byId(stage),
});

/** Sends a request whose `url` is a path. */
type Send = (context: IExecuteFunctions, options: IHttpRequestOptions) => Promise<unknown>;

/** With a token given to it, so that it needs no credential. */
export const withToken =
	(url: string, token: string): Send =>
	async (context, options) =>
		await context.helpers.httpRequest({
			...options,
			url: url + options.url,
			headers: { ...options.headers, Authorization: `Bearer ${token}` },
		});

/** With the stored credential, asked for its base URL and then named to n8n, as nodes commonly do. */
export const withCredential: Send = async (context, options) => {
	const { baseUrl } = await context.getCredentials('feishuHireApi');
	return await context.helpers.httpRequestWithAuthentication.call(context, 'feishuHireApi', {
		...options,
		url: String(baseUrl) + options.url,
	});
};

interface Bare {
	readonly send: Send;
	/** Whether it reads the two parameters from n8n for every item, as any real node must. */
	readonly reads: boolean;
}

export async function bareNode({ send, reads }: Bare): Promise<INodeType> {
	const { description } = await builtNode('feishuHireApplication');
	return {
		description,
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const items = this.getInputData();
			const output: INodeExecutionData[] = new Array<INodeExecutionData>(items.length);
			const read = (name: string, index: number) =>
				this.getNodeParameter(name, index, '', { extractValue: true }) as string;
			let next = 0;
			const lane = async () => {
				for (let index = next++; index < items.length; index = next++) {
					const given = items[index]?.json as TransferItem;
					const id = reads ? read('applicationId', index) : given.id;
					const stage = reads ? read('stageId', index) : given.stage;
					await send(this, {
						method: 'POST',
						url: `/open-apis/hire/v1/applications/${id}/transfer_stage`,
						headers: { 'Content-Type': 'application/json; charset=utf-8' },
						body: { stage_id: stage },
						json: true,
					});
					output[index] = {
						json: { success: true, application_id: id, stage_id: stage },
						pairedItem: { item: index },
					};
				}
			};
			await Promise.all(Array.from({ length: WIDTH }, lane));
			return [output];
		},
	};
}
