import type { Limit } from '../declare/operation';
import type { RoundTrips } from './roundTrips';
import { Share } from './share';

/** A request that hangs counts as arrived after this time, so that it does not hold up the ones behind it. */
export const ARRIVED_MS = 5_000;

/** A request that was sent; the times are those of the engine's clock, in milliseconds. */
export class Sent {
	/** When it had certainly reached the server. */
	arrivedBy: number;
	/** How long it took from where it left the process to its answer; 0 while there is none. */
	trip = 0;
	/** Where Feishu has refused it: for which limit, and until when. */
	refused?: { readonly by: Window; readonly until: number };

	/** @param leftAt when it left the process at the earliest */
	constructor(private leftAt: number) {
		this.arrivedBy = leftAt + ARRIVED_MS;
	}

	/** The process has come to other work than sending it. */
	left(now: number): void {
		if (this.trip === 0) this.leftAt = now;
	}

	answered(now: number): void {
		if (now >= this.arrivedBy) return;
		this.arrivedBy = now;
		this.trip = Math.max(now - this.leftAt, Number.MIN_VALUE);
	}
}

/**
 * One published limit: as many places as the share of this process. A place is free again when its request arrived a
 * window ago: then no window of that length at the server, sliding or fixed, holds more.
 *
 * A request arrived before it was answered, by its way back; the next one arrives after it is sent, by its way there.
 * A place is free as much earlier as these two take together at least.
 */
export class Window {
	readonly milliseconds: number;
	private readonly places: Sent[] = [];
	private readonly share: Share;

	constructor(
		readonly limit: Limit,
		private readonly trips: RoundTrips,
		now: number,
	) {
		this.milliseconds = limit.perSeconds * 1000;
		this.share = new Share(limit, now);
	}

	/** When the next place is free, and the request that has it until then; nothing where one was never taken. */
	next(): { readonly free: number; readonly holder: Sent } | undefined {
		const holder = this.sorted[this.over];
		return holder && { free: this.freed(holder), holder };
	}

	/** Gives the next place to a request. */
	take(sent: Sent): void {
		this.sorted.splice(0, this.over + 1);
		this.places.push(sent);
	}

	/** A request waits for a place. @returns when the share may grow next; `now` where it has grown */
	wanted(now: number): number {
		return this.share.wanted(now);
	}

	/** Its request keeps the place until then, and the share has one less. */
	refused(sent: Sent, until: number, now: number, random: number): void {
		sent.refused = { by: this, until };
		this.share.refused(this.used(now), until, now, random);
	}

	/** Which part of the limit this process has in use. */
	fullness(now: number): number {
		return this.used(now) / this.limit.requests;
	}

	private used(now: number): number {
		return this.places.filter((other) => this.freed(other) > now).length;
	}

	/** How many places must get free before one is, less one. */
	private get over(): number {
		return this.places.length - this.share.size;
	}

	/** The places, the one that is free first in front. */
	private get sorted(): Sent[] {
		return this.places.sort((one, other) => this.from(one) - this.from(other));
	}

	private freed(sent: Sent): number {
		const { milliseconds, trips } = this;
		if (sent.refused?.by === this) return sent.refused.until;
		// No earlier than a window after it was sent, however long the others take.
		return this.from(sent) + milliseconds - Math.min(trips.least(milliseconds), sent.trip);
	}

	/** From when a place is taken for a window. */
	private from({ arrivedBy, refused }: Sent): number {
		return refused?.by === this ? refused.until - this.milliseconds : arrivedBy;
	}
}
