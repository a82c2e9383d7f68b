/** A campaign: 2,000 applications to the next stage, under the published limits, some way from here to Feishu. */
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

/** Milliseconds from a request to its answer: next door, in the country, abroad, by a bad line. */
export const LATENCIES = [20, 80, 300, 1000] as const;

/** One by one, 2,000 would take half an hour at a second each. */
const ONE_BY_ONE = 100;

export interface Campaign {
	readonly name: string;
	readonly latency: number;
	readonly items: number;
	readonly seconds: number;
	/** Items that the contender gives back as moved. */
	readonly returned: number;
	readonly complaint?: string;
	readonly received: Received;
	/** Requests that the limits refused. */
	readonly refused: number;
}

const runOne = async ({ name, run }: Contender, latency: number, count = ITEMS): Promise<Campaign> =>
	await withSimulator({ latency: { before: latency } }, async (simulator) => {
		const items = await simulator.transferItems(count);
		const start = performance.now();
		const outcome = await run(simulator, items);
		const seconds = (performance.now() - start) / 1000;
		const received = await simulator.received();
		const refused = received.arrivals.filter((arrival) => arrival.refused).length;
		return { name, latency, items: count, seconds, ...outcome, received, refused };
	});

const atAll = async (contender: Contender, count?: number): Promise<Campaign[]> =>
	await Promise.all(LATENCIES.map((latency) => runOne(contender, latency, count)));

/** Each with the process for itself: of several at once, each waits for what the others do. */
async function oneAfterTheOther(contender: Contender): Promise<Campaign[]> {
	const all: Campaign[] = [];
	for (const latency of LATENCIES) all.push(await runOne(contender, latency));
	return all;
}

export interface Campaigns {
	readonly ours: readonly Campaign[];
	/** What a careful user sets by hand; nothing where n8n is not installed. */
	readonly tuned: readonly Campaign[];
	/** Of fewer items. */
	readonly oneByOne: readonly Campaign[];
	readonly allAtOnce: readonly Campaign[];
}

/** Each has a simulator, and so limits, of its own. The others, which mostly wait, run at the same time. */
export async function campaigns(): Promise<Campaigns> {
	const ours = await oneAfterTheOther(thisNode);
	const [tuned, oneByOne] = await Promise.all([
		hasHttpRequest ? atAll(httpRequestTuned) : [],
		atAll(sdkOneByOne, ONE_BY_ONE),
	]);
	const allAtOnce: Campaign[] = [];
	for (const contender of [sdkAllAtOnce, ...(hasHttpRequest ? [httpRequestAsItComes] : [])])
		allAtOnce.push(await runOne(contender, 80));
	return { ours, tuned, oneByOne, allAtOnce };
}
