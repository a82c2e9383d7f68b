import { sleep } from 'n8n-workflow';

/** Time as the engine sees it; tests bring their own. */
export interface Clock {
	/** Milliseconds from any beginning; never goes back, even where the time of day is set back. */
	now(): number;
	/** Resolves after so many milliseconds, or at once when the signal aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** A number from 0 to 1, for jitter. */
	random(): number;
}

const SLICE_MS = 1000;

export const systemClock: Clock = {
	now: () => performance.now(),
	random: () => Math.random(),
	async sleep(milliseconds, signal) {
		const until = performance.now() + milliseconds;
		// n8n-workflow's `sleep` cannot be ended, so a long wait is made of short ones.
		for (let rest = milliseconds; rest > 0 && !signal?.aborted; rest = until - performance.now()) {
			await unlessAborted(sleep(Math.min(rest, SLICE_MS)), signal);
		}
	},
};

/** What the promise gives, or nothing when the signal aborts first. */
export async function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
	if (!signal) return await promise;
	let wake = () => {};
	const aborted = new Promise<undefined>((resolve) => (wake = () => resolve(undefined)));
	// A signal of its own for each: Node.js warns in n8n's log of a signal that has more than ten listeners.
	const own = AbortSignal.any([signal]);
	own.addEventListener('abort', wake, { once: true });
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		own.removeEventListener('abort', wake);
	}
}
