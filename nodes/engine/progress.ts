import type { IExecuteFunctions } from 'n8n-workflow';
import type { Limit } from '../declare/operation';
import type { Clock } from './clock';
import { shortestTime } from './shortestTime';

/** n8n shows nothing of a node while it runs but what the node writes to the browser's console. */
const TO_EDITOR_MS = 5000;
const TO_LOG_MS = 10_000;

/** Tells how far a long run is: every 5 seconds in the browser's console, every 10 in n8n's log. No data of items. */
export class Progress {
	private readonly ended = new AbortController();
	private readonly start: number;
	private done = 0;

	constructor(
		context: IExecuteFunctions,
		private readonly clock: Clock,
		private readonly limits: readonly Limit[],
		private readonly count: number,
	) {
		this.start = clock.now();
		void this.every(TO_EDITOR_MS, (words) => context.sendMessageToUI(words));
		void this.every(TO_LOG_MS, (words) => context.logger.info(`${context.getNode().name}: ${words}`));
	}

	/** One more item is done. */
	step(): void {
		this.done++;
	}

	end(): void {
		this.ended.abort('ended');
	}

	private async every(milliseconds: number, tell: (words: string) => void): Promise<void> {
		const { signal } = this.ended;
		for (;;) {
			await this.clock.sleep(milliseconds, signal);
			if (signal.aborted) return;
			tell(this.words());
		}
	}

	private words(): string {
		const { done, count, clock, start, limits } = this;
		const left = count - done;
		const byPace = done === 0 ? 0 : (left * (clock.now() - start)) / 1000 / done;
		const seconds = Math.round(Math.max(byPace, shortestTime(limits, left)));
		return `${done} of ${count} items done, ${left} to go, about ${seconds} s left`;
	}
}
