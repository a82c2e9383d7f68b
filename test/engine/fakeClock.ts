/** A clock that moves only when everything sleeps: an hour passes in no time, the same way each time. */
import type { Clock } from '../../nodes/engine/clock';

interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

export class FakeClock implements Clock {
	private time = 0;
	private sleepers: Sleeper[] = [];

	constructor(readonly random: () => number = () => 0.5) {}

	now(): number {
		return this.time;
	}

	/** Until when the longest sleep lasts. */
	get lastWakening(): number {
		return Math.max(this.time, ...this.sleepers.map(({ until }) => until));
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted || milliseconds <= 0) return;
		await new Promise<void>((resolve) => {
			const sleeper = { until: this.time + milliseconds, wake: resolve };
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				resolve();
			});
		});
	}

	/** Lets time pass until the work is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let done = false;
		const settled = work.finally(() => (done = true));
		settled.catch(() => {});
		for (await quiet(); !done; await quiet()) {
			const next = Math.min(...this.sleepers.map(({ until }) => until));
			if (next === Infinity) throw new Error('Nothing sleeps, and the work is not done');
			this.advanceTo(next);
		}
		return await settled;
	}

	/** Lets that much time pass. */
	async pass(milliseconds: number): Promise<void> {
		await this.run(this.sleep(milliseconds));
	}

	private advanceTo(time: number): void {
		this.time = time;
		const due = this.sleepers.filter(({ until }) => until <= time);
		this.sleepers = this.sleepers.filter(({ until }) => until > time);
		for (const { wake } of due) wake();
	}
}

/** When every promise that can go on has done so. */
const quiet = async () => await new Promise<void>((resolve) => setImmediate(resolve));
