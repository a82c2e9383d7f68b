/** CPU time per item: the node against as many bare `helpers.httpRequest` calls in the same engine. */
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { systemClock } from '../../nodes/engine/clock';
import { builtNodeUnder } from '../n8nCore/fastClock';
import { runNode } from '../n8nCore/run';
import { startProcess } from './simulatorProcess';

const ITEMS = 2000;
const ROUNDS = 7;

const bare = (description: INodeType['description'], url: string, token: string): INodeType => ({
	description,
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const output: INodeExecutionData[] = new Array<INodeExecutionData>(items.length);
		let next = 0;
		const lane = async () => {
			for (let index = next++; index < items.length; index = next++) {
				const { id, stage } = items[index]?.json as { id: string; stage: string };
				await this.helpers.httpRequest({
					method: 'POST',
					url: `${url}/open-apis/hire/v1/applications/${id}/transfer_stage`,
					headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=utf-8' },
					body: { stage_id: stage },
					json: true,
				});
				output[index] = { json: { success: true, application_id: id }, pairedItem: { item: index } };
			}
		};
		await Promise.all(Array.from({ length: 50 }, lane));
		return [output];
	},
});

async function cpuOf(run: () => Promise<{ error?: Error }>): Promise<number> {
	global.gc?.();
	const before = process.cpuUsage();
	const { error } = await run();
	if (error) throw error;
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000 / ITEMS;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export async function cpu(): Promise<{ bare: number; node: number; ratio: number }> {
	const simulator = await startProcess({ limits: false, log: false });
	const { ids, stage } = await simulator.applications(ITEMS);
	const token = await simulator.token();
	const items = ids.map((id) => ({ id, stage }));
	const type = await builtNodeUnder(systemClock, 'feishuHireApplication', (operation) => ({
		...operation,
		limits: [],
	}));
	const parameters = {
		resource: 'application',
		operation: 'transferStage',
		applicationId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		stageId: { __rl: true, mode: 'id', value: stage },
	};
	const place = {
		node: 'feishuHireApplication' as const,
		parameters,
		items,
		credential: simulator.credential,
	};
	const bareType = bare(type.description, simulator.url, token);
	const samples = { bare: [] as number[], node: [] as number[] };
	for (let round = 0; round <= ROUNDS; round++) {
		const bareTime = await cpuOf(async () => await runNode(simulator as never, { ...place, type: bareType }));
		const nodeTime = await cpuOf(async () => await runNode(simulator as never, { ...place, type }));
		if (round === 0) continue;
		samples.bare.push(bareTime);
		samples.node.push(nodeTime);
	}
	await simulator.stop();
	const result = { bare: median(samples.bare), node: median(samples.node) };
	return { ...result, ratio: result.node / result.bare };
}

if (require.main === module) void cpu().then((result) => console.log(result));
