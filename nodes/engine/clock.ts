import { sleep } from 'n8n-workflow';

/** Time as the engine sees it; tests bring their own. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after so many milliseconds, or at once when the signal aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** A number from 0 to 1, for jitter. */
	random(): number;
}

const SLICE_MS = 1000;

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(milliseconds, signal) {
		const until = Date.now() + milliseconds;
		// n8n-workflow's `sleep` cannot be ended, so a long wait is made of short ones.
		for (let rest = milliseconds; rest > 0 && !signal?.aborted; rest = until - Date.now()) {
			await awake(sleep(Math.min(rest, SLICE_MS)), signal);
		}
	},
};

async function awake(slept: Promise<void>, signal?: AbortSignal): Promise<void> {
	if (!signal) return await slept;
	let wake = () => {};
	const aborted = new Promise<void>((resolve) => (wake = resolve));
	signal.addEventListener('abort', wake, { once: true });
	await Promise.race([slept, aborted]);
	signal.removeEventListener('abort', wake);
}
