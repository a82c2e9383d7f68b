/** How long it takes to understand 2,000 rows that name candidates by e-mail and a stage by its name. */
import { runNode } from '../n8nCore/run';
import { shortestTime } from './shortestTime';
import { withSimulator } from './simulatorProcess';

export const ROWS = 2000;
const LATENCY = 80;

export interface Words {
	readonly seconds: number;
	/** What the limits allow: the applications of each candidate, after the candidates were found 50 at a time. */
	readonly shortest: number;
	readonly requests: number;
	readonly refused: number;
	readonly understood: number;
}

/** A dry run, so that nothing but the words costs time. */
export async function words(): Promise<Words> {
	return await withSimulator({ latency: { before: LATENCY } }, async (simulator) => {
		const items = await simulator.transferItems(ROWS);
		const start = performance.now();
		const { json } = await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'application',
				operation: 'transferStage',
				applicationId: { __rl: true, mode: 'candidate', value: '={{ $json.email }}' },
				stageId: { __rl: true, mode: 'name', value: '社招流程 › 面试' },
				options: { dryRun: true },
			},
			items,
		});
		const seconds = (performance.now() - start) / 1000;
		const { arrivals } = await simulator.received();
		return {
			seconds,
			// Candidates are found first, and stages last.
			shortest: shortestTime(ROWS, LATENCY / 1000) + (2 * LATENCY) / 1000,
			requests: arrivals.length,
			refused: arrivals.filter(({ refused }) => refused).length,
			understood: json.filter(({ dry_run: shown }) => shown === true).length,
		};
	});
}
