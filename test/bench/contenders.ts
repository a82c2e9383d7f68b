/** Those who move the same applications: the node of this pack, and what one would use without it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeParameters, VersionedNodeType } from 'n8n-workflow';
import { Runtime } from '../n8n/runtimes';
import { runNode } from '../n8nCore/run';
import { vendorClient } from '../parity/client';
import { transferParameters, type TransferItem } from './bareNode';
import type { SimulatorProcess } from './simulatorProcess';

export interface Contender {
	readonly name: string;
	/** Moves all items. Gives how many of them its user knows to be moved, and the first complaint. */
	readonly run: (
		simulator: SimulatorProcess,
		items: TransferItem[],
	) => Promise<{ readonly returned: number; readonly complaint?: string }>;
}

export const thisNode: Contender = {
	name: 'This pack',
	async run(simulator, items) {
		const parameters = transferParameters(items[0]?.stage ?? '');
		const { error, json } = await runNode(simulator, { node: 'feishuHireApplication', parameters, items });
		return { returned: json.length, complaint: error?.message };
	},
};

const callsOf = (simulator: SimulatorProcess) => {
	const client = vendorClient(simulator);
	return async ({ id, stage }: TransferItem) => {
		const { code, msg } = await client.hire.v1.application.transferStage({
			path: { application_id: id },
			data: { stage_id: stage },
		});
		if (code !== 0) throw new Error(msg);
	};
};

export const sdkOneByOne: Contender = {
	name: "Vendor's SDK, one by one",
	async run(simulator, items) {
		const call = callsOf(simulator);
		let returned = 0;
		let complaint: string | undefined;
		for (const item of items) {
			try {
				await call(item);
				returned++;
			} catch (error) {
				complaint ??= String(error);
			}
		}
		return { returned, complaint };
	},
};

export const sdkAllAtOnce: Contender = {
	name: "Vendor's SDK, all at once",
	async run(simulator, items) {
		const results = await Promise.allSettled(items.map(callsOf(simulator)));
		const refused = results.find((result) => result.status === 'rejected');
		return {
			returned: results.filter(({ status }) => status === 'fulfilled').length,
			complaint: refused && String(refused.reason),
		};
	},
};

const HTTP_REQUEST = join(
	new Runtime('2.41.1').modules,
	'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js',
);

function httpRequest(name: string, options: INodeParameters): Contender {
	return {
		name,
		async run(simulator, items) {
			const { HttpRequest } = createRequire(__filename)(HTTP_REQUEST) as {
				HttpRequest: new () => VersionedNodeType;
			};
			const node = new HttpRequest();
			const typeVersion = node.currentVersion;
			const token = await simulator.token();
			const { json, error } = await runNode(simulator, {
				node: 'feishuHireApplication',
				type: node.getNodeType(typeVersion),
				typeVersion,
				parameters: {
					method: 'POST',
					url: `=${simulator.url}/open-apis/hire/v1/applications/{{ $json.id }}/transfer_stage`,
					authentication: 'none',
					sendHeaders: true,
					specifyHeaders: 'keypair',
					headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
					sendBody: true,
					contentType: 'json',
					specifyBody: 'json',
					jsonBody: '={{ JSON.stringify({ stage_id: $json.stage }) }}',
					options,
				},
				items,
			});
			return { returned: error ? 0 : json.length, complaint: error?.message };
		},
	};
}

export const httpRequestAsItComes = httpRequest('HTTP Request, as it comes', {});

export const httpRequestTuned = httpRequest('HTTP Request, 50 items every 3 s', {
	batching: { batch: { batchSize: 50, batchInterval: 3000 } },
});

/** n8n's own nodes are in the project only after `npm start` has installed n8n. */
export const hasHttpRequest = existsSync(HTTP_REQUEST);
