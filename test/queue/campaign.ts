/** Writes in executions that a webhook starts, as n8n gives to its workers only those. */
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import type { Applied } from '../simulator';
import { manyRows } from '../n8n/manyRows';
import type { Fleet } from './fleet';

/** What is done for each row. A row is told of by one text. */
export interface Work {
	readonly route: string;
	/** Without the package. */
	readonly node: string;
	/** What the node is given; the row's text is in `$json.row`. */
	parameters(fleet: Fleet): Promise<INodeParameters>;
	/** The row's text in what the simulator applied. */
	rowOf(effect: Applied): string;
}

export const creates: Work = {
	route: 'POST /open-apis/hire/v1/external_offers',
	node: 'feishuHireExternalOffer',
	async parameters({ simulator }) {
		const { ids } = await simulator.state();
		return {
			externalApplicationId: { __rl: true, mode: 'id', value: ids.externalApplications[0] ?? '' },
			additionalFields: { owner: '={{ $json.row }}' },
		};
	},
	rowOf: ({ body }) => String((body as { owner?: unknown }).owner),
};

export const transfers: Work = {
	route: 'POST /open-apis/hire/v1/applications/:application_id/transfer_stage',
	node: 'feishuHireApplication',
	async parameters({ simulator }) {
		const { ids } = await simulator.state();
		return {
			resource: 'application',
			operation: 'transferStage',
			applicationId: { __rl: true, mode: 'id', value: '={{ $json.row }}' },
			stageId: { __rl: true, mode: 'id', value: ids.stages.social.offer },
		};
	},
	rowOf: ({ id }) => id,
};

export interface Campaign {
	readonly id: string;
	/** Starts an execution for each batch of rows, at the webhook processes in turn. */
	start(batches: readonly string[][]): Promise<void>;
	/** The rows of `batches` for which something was written, in that order. */
	done(batches: readonly string[][]): Promise<string[]>;
	/** How many executions there are of each status. */
	statuses(): Promise<Record<string, number>>;
	/** Waits until none is to be run any more. */
	end(patienceMs: number): Promise<Record<string, number>>;
}

export async function campaign(fleet: Fleet, path: string, work: Work): Promise<Campaign> {
	const { editor, webhooks, simulator } = fleet;
	const workflow = await manyRows(fleet, {
		name: path,
		trigger: {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		},
		node: work.node,
		parameters: await work.parameters(fleet),
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
				batches.map(async (rows, index) => {
					const server = webhooks[index % 2] ?? webhooks[0];
					await posted(`${server.url}/webhook/${path}`, { rows: rows.map((row) => ({ row })) });
				}),
			);
		},
		async done(batches) {
			const rows = new Set(batches.flat());
			return (await simulator.applied())
				.filter((effect) => effect.route === work.route && effect.changed)
				.map(work.rowOf)
				.filter((row) => rows.has(row));
		},
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

/** The rows, dealt out to so many executions. */
export const batchesOf = (rows: readonly string[], executions: number): string[][] =>
	Array.from({ length: executions }, (_, execution) =>
		rows.filter((__, index) => index % executions === execution),
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
