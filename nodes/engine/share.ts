import type { Limit } from '../declare/operation';

/** How much of a window is first tried beyond the share, and how many times as much after each success. */
const FIRST_STEP = 0.02;
const STEP_GROWS = 4;

/** After a refusal the share rests for a window, but at first for no longer than this, … */
const FIRST_REST_MS = 30_000;

/** … and after each further one twice as long, up to a window, or this where that is longer. */
const LONGEST_REST_MS = 10_000;

/** It grows again after a window, or this where that is shorter: so soon it shows whether what was tried is refused. */
const GROWS_AFTER_MS = 5_000;

/**
 * How many requests of a limit this process may send in a window. Other n8n workers may use the same app, and all that
 * tells of them is what Feishu refuses: each refusal takes one place of the share, and then more is tried now and then.
 * One process alone is never refused, and keeps the whole.
 */
export class Share {
	private places: number;
	private readonly milliseconds: number;
	/** Since when it has the whole. */
	private wholeSince: number;
	private growAt = Infinity;
	private rest = 0;
	/** How often it has grown since the last refusal. */
	private grown = 0;

	/** @param now when the process begins to use the limit */
	constructor(
		private readonly limit: Limit,
		now: number,
	) {
		this.wholeSince = now;
		this.places = limit.requests;
		this.milliseconds = limit.perSeconds * 1000;
	}

	get size(): number {
		return this.places;
	}

	/**
	 * One request was refused.
	 * @param used how many places were in use, that of this request included
	 * @param until when it may come again
	 */
	refused(used: number, until: number, now: number, random: number): void {
		const { limit, milliseconds } = this;
		const size = Math.min(this.places, used);
		// Whoever had the whole for long stands in the way of one who comes: half of it is that one's.
		const alone = this.places === limit.requests && now > this.wholeSince + 2 * milliseconds;
		this.places = Math.max(1, (alone ? Math.floor(size / 2) : size) - 1);
		const first = Math.min(milliseconds, FIRST_REST_MS);
		const longest = Math.max(milliseconds, LONGEST_REST_MS);
		const isFirst = this.rest === 0 || this.grown > 1;
		this.rest = isFirst ? first : Math.min(longest, this.rest * 2);
		this.grown = 0;
		this.growAt = Math.max(until, now + this.rest * (0.75 + random / 2));
	}

	/**
	 * All of the share is in use, and a request waits: then the share grows, if it has rested long enough.
	 * @returns when it may grow next; `now` where it has grown
	 */
	wanted(now: number): number {
		if (now < this.growAt) return this.growAt;
		const { requests } = this.limit;
		const step = Math.ceil(requests * FIRST_STEP) * STEP_GROWS ** this.grown++;
		this.places = Math.min(requests, this.places + step);
		this.growAt = this.places < requests ? now + Math.min(this.milliseconds, GROWS_AFTER_MS) : Infinity;
		this.wholeSince = now;
		return now;
	}
}
