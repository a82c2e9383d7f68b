/** The published frequency limits, as sliding windows. */

export interface Limit {
	requests: number;
	perSeconds: number;
}

export interface OverLimit {
	limit: number;
	resetSeconds: number;
}

/** The times of the last n admitted requests, oldest first: constant work however many there were. */
class Window {
	private readonly times: Float64Array;
	private next = 0;
	private count = 0;

	constructor(readonly limit: Limit) {
		this.times = new Float64Array(limit.requests);
	}

	/** Milliseconds until there is room; 0 when there is some now. */
	wait(now: number): number {
		if (this.count < this.limit.requests) return 0;
		const oldest = this.times[this.next] ?? 0;
		return Math.max(0, oldest + this.limit.perSeconds * 1000 - now);
	}

	add(now: number): void {
		this.times[this.next] = now;
		this.next = (this.next + 1) % this.limit.requests;
		this.count = Math.min(this.count + 1, this.limit.requests);
	}
}

export class Limiter {
	private readonly windows = new Map<string, Window[]>();

	/** Counts the request when every window has room; a refused one is counted by none. */
	admit(key: string, limits: readonly Limit[], now: number): OverLimit | undefined {
		let windows = this.windows.get(key);
		if (!windows) {
			windows = limits.map((limit) => new Window(limit));
			this.windows.set(key, windows);
		}
		let over: OverLimit | undefined;
		for (const window of windows) {
			const wait = window.wait(now);
			const resetSeconds = Math.max(1, Math.ceil(wait / 1000));
			if (wait > 0 && (!over || resetSeconds > over.resetSeconds)) {
				over = { limit: window.limit.requests, resetSeconds };
			}
		}
		if (!over) for (const window of windows) window.add(now);
		return over;
	}

	clear(): void {
		this.windows.clear();
	}
}
