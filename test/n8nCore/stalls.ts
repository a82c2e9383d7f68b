import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * For what the network times itself: the trial gets so many seconds for its time-out, in which an answer that does
 * come must be read. Where this process stood still for half of it, the trial proves nothing, and is made again with
 * more time.
 */
export async function inTime<T>(seconds: number, trial: (seconds: number) => Promise<T>): Promise<T> {
	const stall = monitorEventLoopDelay();
	stall.enable();
	const outcome = await trial(seconds);
	stall.disable();
	return stall.max / 1e9 < seconds / 2 ? outcome : await inTime(2 * seconds, trial);
}
