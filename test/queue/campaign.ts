/** Creates in executions that a webhook starts, as n8n gives to its workers only those. */
import axios from 'axios';
import { setTimeout as wait } from 'node:timers/promises';
import { manyRows } from '../n8n/manyRows';
import type { Fleet } from './fleet';

const ROUTE = 'POST /open-apis/hire/v1/external_offers';

export interface Campaign {
	readonly id: string;
	/** Starts an execution for each batch of rows, at the webhook processes in turn. */
	start(batches: readonly string[][]): Promise<void>;
	/** The rows whose records were made, in the order of the records. */
	made(): Promise<string[]>;
	/** How many executions there are of each status. */
	statuses(): Promise<Record<string, number>>;
	/** Waits until none is to be run any more. */
	end(patienceMs: number): Promise<Record<string, number>>;
}

export async function campaign(fleet: Fleet, path: string): Promise<Campaign> {
	const { editor, webhooks, simulator } = fleet;
	const { ids } = await simulator.state();
	const workflow = await manyRows(fleet, {
		name: path,
		trigger: {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		},
		node: 'feishuHireExternalOffer',
		parameters: {
			externalApplicationId: { __rl: true, mode: 'id', value: ids.externalApplications[0] ?? '' },
			additionalFields: { owner: '={{ $json.owner }}' },
		},
	});
	await editor.post(`/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });

	const statuses = async () => {
		const filter = JSON.stringify({ workflowId: workflow.id });
		const { results } = await editor.get<{ results: Array<{ status: string }> }>('/executions', {
			filter,
			limit: '100',
		});
		const counts: Record<string, number> = {};
		for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
		return counts;
	};
	return {
		id: workflow.id,
		async start(batches) {
			await Promise.all(
				batches.map(async (owners, index) => {
					const server = webhooks[index % 2] ?? webhooks[0];
					await posted(`${server.url}/webhook/${path}`, { rows: owners.map((owner) => ({ owner })) });
				}),
			);
		},
		made: async () =>
			(await simulator.applied())
				.filter((effect) => effect.route === ROUTE && effect.changed)
				.map(({ body }) => String((body as { owner?: unknown }).owner))
				.filter((owner) => owner.startsWith(`${path} `)),
		statuses,
		async end(patienceMs) {
			const patience = Date.now() + patienceMs;
			for (;;) {
				const counts = await statuses();
				if (!counts.new && !counts.running) return counts;
				if (Date.now() > patience) throw new Error(`${path}: still ${JSON.stringify(counts)}`);
				await wait(500);
			}
		},
	};
}

/** Rows of so many executions, of so many items each. */
export const batchesOf = (path: string, executions: number, items: number): string[][] =>
	Array.from({ length: executions }, (_, execution) =>
		Array.from({ length: items }, (__, item) => `${path} ${execution}.${item}`),
	);

/** Webhooks are there a moment after the workflow was activated. */
async function posted(url: string, body: object): Promise<void> {
	const patience = Date.now() + 20_000;
	for (;;) {
		const { status } = await axios.post(url, body, { proxy: false, validateStatus: null });
		if (status === 200) return;
		if (Date.now() > patience) throw new Error(`The webhook answers with ${status}.`);
		await wait(200);
	}
}
