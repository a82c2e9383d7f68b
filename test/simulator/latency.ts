/** How long the simulator takes before it acts on a request, and between acting and answering. */
import type { ArrivedRequest } from './journal';
import { seededRandom } from './random';

/** Milliseconds, a range of them, or a choice made for each request. */
export type Delay = number | readonly [least: number, most: number] | ((request: ArrivedRequest) => number);

export interface Latency {
	before?: Delay;
	after?: Delay;
}

export function delayMaker(seed: number): (delay: Delay | undefined, request: ArrivedRequest) => number {
	const random = seededRandom(seed);
	return (delay, request) => {
		if (delay === undefined) return 0;
		if (typeof delay === 'number') return delay;
		if (typeof delay === 'function') return delay(request);
		const [least, most] = delay;
		return least + random() * (most - least);
	};
}

export function pause(ms: number): Promise<void> | undefined {
	return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
}
