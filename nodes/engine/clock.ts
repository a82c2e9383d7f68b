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

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(milliseconds, signal) {
		if (!signal) return await sleep(milliseconds);
		if (signal.aborted) return;
		let wake = () => {};
		const aborted = new Promise<void>((resolve) => (wake = resolve));
		signal.addEventListener('abort', wake, { once: true });
		await Promise.race([sleep(milliseconds), aborted]);
		signal.removeEventListener('abort', wake);
	},
};
