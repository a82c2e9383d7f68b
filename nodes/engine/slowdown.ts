import type { Limit } from '../declare/operation';

const WORTH_TELLING_MS = 2000;

/** Remembers how the limits slowed a run, for the hint that n8n shows after it. */
export class Slowdown {
	private until = 0;
	private readonly byLimit = new Map<Limit | undefined, number>();

	/** One request waited from `start` to `end`; without a limit, because Feishu had refused it. */
	waited(start: number, end: number, limit?: Limit): void {
		// Many wait at the same time: only what this one adds counts.
		const added = Math.max(0, end - Math.max(start, this.until));
		this.until = Math.max(this.until, end);
		this.byLimit.set(limit, (this.byLimit.get(limit) ?? 0) + added);
	}

	/** A sentence for the user; nothing where the limits cost less than two seconds. */
	words(items: number): string | undefined {
		const milliseconds = [...this.byLimit.values()].reduce((sum, time) => sum + time, 0);
		if (milliseconds < WORTH_TELLING_MS) return undefined;
		const [[limit] = []] = [...this.byLimit].sort(([, a], [, b]) => b - a);
		const rule = limit
			? `this route takes ${limit.requests} requests in ${limit.perSeconds === 1 ? 'a second' : `${limit.perSeconds} seconds`}`
			: 'Feishu refused requests for frequency, because other workflows or programs use the same app';
		return `The limits of Feishu Hire held this run of ${items} items back for ${Math.round(milliseconds / 1000)} seconds: ${rule}.`;
	}
}
