import type { Limit } from '../declare/operation';

/**
 * The shortest time that limits leave for so many requests, in seconds. A limit opens a window with its first
 * request, so that it costs a whole window each time that it is used up before the last request.
 */
export function shortestTime(limits: readonly Limit[], requests: number): number {
	let rest = Math.max(0, requests - 1);
	let seconds = 0;
	for (const limit of [...limits].sort((a, b) => b.perSeconds - a.perSeconds)) {
		seconds += Math.floor(rest / limit.requests) * limit.perSeconds;
		rest %= limit.requests;
	}
	return seconds;
}
