import type { Limit } from '../spec/operation';

/** Remembers how the limits slowed a run, for the hint that n8n shows after it. */
export class Slowdown {
	private items = 0;
	private since?: number;
	private until = 0;
	private readonly byLimit = new Map<Limit | undefined, number>();

	/** One request waited from `start` to `end`; without a limit, because Feishu had refused it. */
	waited(start: number, end: number, limit?: Limit): void {
		this.items++;
		this.since ??= start;
		this.until = Math.max(this.until, end);
		this.byLimit.set(limit, (this.byLimit.get(limit) ?? 0) + end - start);
	}

	/** A sentence for the user; nothing where the limits cost less than two seconds. */
	words(items: number): string | undefined {
		if (this.since === undefined || this.until - this.since < 2000) return undefined;
		const [[limit] = []] = [...this.byLimit].sort(([, a], [, b]) => b - a);
		const rule = limit
			? `this route takes ${limit.requests} requests in ${limit.perSeconds === 1 ? 'a second' : `${limit.perSeconds} seconds`}`
			: 'Feishu refused requests for frequency, because other workflows or programs use the same app';
		const seconds = Math.round((this.until - this.since) / 1000);
		return `The limits of Feishu Hire slowed this run of ${items} items: ${this.items} waits within ${seconds} seconds, because ${rule}.`;
	}
}
