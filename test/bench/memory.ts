/** Memory of a run of 20,000 items, for the node or for a bare one that gives the same output. */
import '../environment';
import { setTimeout as after } from 'node:timers/promises';
import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { systemClock } from '../../nodes/engine/clock';
import { builtNodeUnder } from '../n8nCore/fastClock';
import { runNode } from '../n8nCore/run';
import { bareNode, transferParameters, withToken, type TransferItem } from './bareNode';
import { report } from './child';
import { collect } from './rounds';
import { withSimulator, type SimulatorProcess } from './simulatorProcess';

const ITEMS = 20_000;
const WARM_UP = 500;

/** Bytes that live, garbage left out. */
export interface Memory {
	readonly items: number;
	/** The most that lived at one time during the run, beyond what lived before it. */
	readonly most: number;
	/** What lives more when the run has ended and its result is held. */
	readonly result: number;
	/** What lives more when the result is dropped. */
	readonly left: number;
	/** How many of the output items still live then. */
	readonly itemsLeft: number;
}

function alive(): number {
	collect();
	return process.memoryUsage().heapUsed;
}

async function run(simulator: SimulatorProcess, type: INodeType, items: TransferItem[]) {
	const parameters = transferParameters(items[0]?.stage ?? '');
	const result = await runNode(simulator, { node: 'feishuHireApplication', type, parameters, items });
	if (result.error) throw result.error;
	return result;
}

/** A function of its own, so that nothing here holds the result when it has returned. */
async function held(simulator: SimulatorProcess, type: INodeType, items: TransferItem[], before: number) {
	let most = 0;
	const watch = setInterval(() => (most = Math.max(most, alive() - before)), 1000);
	const result = await run(simulator, type, items);
	clearInterval(watch);
	await after(200);
	const size = alive() - before;
	const outputs = result.items.map((item): WeakRef<INodeExecutionData> => new WeakRef(item));
	return { result: size, most: Math.max(most, size), outputs };
}

const measure = async (): Promise<Memory> =>
	await withSimulator({ limits: false, log: false }, async (simulator) => {
		const type =
			process.argv[2] === 'bare'
				? await bareNode({ send: withToken(simulator.url, await simulator.token()), reads: true })
				: await builtNodeUnder(systemClock, 'feishuHireApplication', (operation) => ({
						...operation,
						limits: [],
					}));
		await run(simulator, type, await simulator.transferItems(WARM_UP));
		const items = await simulator.transferItems(ITEMS);
		await after(200);
		const before = alive();
		const { most, result, outputs } = await held(simulator, type, items, before);
		await after(200);
		collect();
		const itemsLeft = outputs.filter((output) => output.deref() !== undefined).length;
		outputs.length = 0;
		await after(200);
		return { items: ITEMS, most, result, left: alive() - before, itemsLeft };
	});

report(measure);
