/** The limits that Feishu publishes for moving an application, and the shortest time that they allow. */
import type { Limit } from '../simulator';

export const LIMITS: readonly Limit[] = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];

/**
 * Seconds from the call for a token to the last answer for one who knows the server's clock to the millisecond.
 * As the longer window is a multiple of the shorter, it is 60 s for every full 1,000 requests before the last one,
 * 1 s for every full 50 of the rest, and twice the latency, for the token and for the last answer: for 2,000 requests
 * 60 + 19 + 2 × latency.
 */
export function shortestTime(requests: number, latency: number): number {
	let rest = requests - 1;
	let seconds = 2 * latency;
	for (const limit of LIMITS) {
		seconds += Math.floor(rest / limit.requests) * limit.perSeconds;
		rest %= limit.requests;
	}
	return seconds;
}
