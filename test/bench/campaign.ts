/** A campaign: 2,000 applications to the next stage, under the published limits, 80 ms from here to Feishu. */
import {
	hasHttpRequest,
	httpRequestAsItComes,
	httpRequestTuned,
	sdkAllAtOnce,
	sdkOneByOne,
	thisNode,
	type Contender,
} from './contenders';
import type { Received } from './simulatorChild';
import { withSimulator } from './simulatorProcess';

export const ITEMS = 2000;
export const LATENCY_MS = 80;

export interface Campaign {
	readonly name: string;
	readonly seconds: number;
	/** Items that the contender gives back as moved. */
	readonly returned: number;
	readonly complaint?: string;
	readonly received: Received;
	/** Requests that the limits refused. */
	readonly refused: number;
}

const runOne = async ({ name, run }: Contender): Promise<Campaign> =>
	await withSimulator({ latency: { before: LATENCY_MS } }, async (simulator) => {
		const items = await simulator.transferItems(ITEMS);
		const start = performance.now();
		const outcome = await run(simulator, items);
		const seconds = (performance.now() - start) / 1000;
		const received = await simulator.received();
		const refused = received.arrivals.filter((arrival) => arrival.refused).length;
		return { name, seconds, ...outcome, received, refused };
	});

/** Each has a simulator of its own. Only those that mostly wait run at the same time. */
export async function campaigns(): Promise<[Campaign, ...Campaign[]]> {
	const ours = await runOne(thisNode);
	const atOnce: Campaign[] = [];
	for (const contender of [sdkAllAtOnce, ...(hasHttpRequest ? [httpRequestAsItComes] : [])]) {
		atOnce.push(await runOne(contender));
	}
	const slow = await Promise.all(
		[sdkOneByOne, ...(hasHttpRequest ? [httpRequestTuned] : [])].map((contender) => runOne(contender)),
	);
	return [ours, ...slow, ...atOnce];
}
