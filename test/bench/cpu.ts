/** CPU time per item: the node against as many bare `helpers.httpRequest` calls in the same engine. */
import '../environment';
import { setTimeout } from 'node:timers/promises';
import type { INodeType } from 'n8n-workflow';
import { systemClock } from '../../nodes/engine/clock';
import { builtNodeUnder } from '../n8nCore/fastClock';
import { runNode } from '../n8nCore/run';
import { bareNode, transferParameters, withToken } from './bareNode';
import { report } from './child';
import { collect, median, ratio, type Spread } from './rounds';
import { withSimulator } from './simulatorProcess';

const ITEMS = 2000;
const PAUSE_MS = 200;
const ROUNDS = Number(process.argv[2] ?? 15);

/** Milliseconds per item. */
export interface Cpu {
	readonly rounds: number;
	readonly items: number;
	readonly node: number;
	readonly bare: number;
	/** A bare node that does not even read its parameters. */
	readonly bareWithoutReading: number;
	/** What the node took, as a multiple of what each bare node took in the same round. */
	readonly ratio: Record<'bare' | 'bareWithoutReading', Spread>;
}

async function cpuOf(run: () => Promise<{ error?: Error }>): Promise<number> {
	// The connections of the run before are still being closed.
	await setTimeout(PAUSE_MS);
	collect();
	const before = process.cpuUsage();
	const { error } = await run();
	const { user, system } = process.cpuUsage(before);
	if (error) throw error;
	return (user + system) / 1000 / ITEMS;
}

const measure = async (): Promise<Cpu> =>
	await withSimulator({ limits: false, log: false }, async (simulator) => {
		const items = await simulator.transferItems(ITEMS);
		const send = withToken(simulator.url, await simulator.token());
		const contenders: Record<'node' | 'bare' | 'bareWithoutReading', INodeType> = {
			node: await builtNodeUnder(systemClock, 'feishuHireApplication', (operation) => ({
				...operation,
				limits: [],
			})),
			bare: await bareNode({ send, reads: true }),
			bareWithoutReading: await bareNode({ send, reads: false }),
		};
		const names = Object.keys(contenders) as Array<keyof typeof contenders>;
		const samples: Record<keyof typeof contenders, number[]> = { node: [], bare: [], bareWithoutReading: [] };
		const parameters = transferParameters(items[0]?.stage ?? '');
		// The first two rounds warm up what Node.js compiles as it goes; each round begins with another one.
		for (let round = -2; round < ROUNDS; round++) {
			const first = (round + 3) % 3;
			for (const name of [...names.slice(first), ...names.slice(0, first)]) {
				const time = await cpuOf(
					async () =>
						await runNode(simulator, {
							node: 'feishuHireApplication',
							type: contenders[name],
							parameters,
							items,
						}),
				);
				if (round >= 0) samples[name].push(time);
			}
		}
		const { node, bare, bareWithoutReading } = samples;
		return {
			rounds: ROUNDS,
			items: ITEMS,
			node: median(node),
			bare: median(bare),
			bareWithoutReading: median(bareWithoutReading),
			ratio: { bare: ratio(node, bare), bareWithoutReading: ratio(node, bareWithoutReading) },
		};
	});

report(measure);
