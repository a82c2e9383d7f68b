import type { Limit } from '../declare/operation';
import type { RoundTrips } from './roundTrips';

/** A request that hangs counts as arrived after this time, so that it does not hold up the ones behind it. */
export const ARRIVED_MS = 5_000;

/** A request that was sent; the times are those of the engine's clock, in milliseconds. */
export class Sent {
	/** When it had certainly reached the server. */
	arrivedBy: number;
	/** How long it took from where it left the process to its answer; 0 while there is none. */
	trip = 0;

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
 * One published limit: as many places as requests. A place is free again when its request arrived a window ago: then
 * no window of that length at the server, sliding or fixed, holds more.
 *
 * A request arrived before it was answered, by its way back; the next one arrives after it is sent, by its way there.
 * A place is free as much earlier as these two take together at least.
 */
export class Window {
	readonly milliseconds: number;
	private readonly places: Sent[] = [];

	constructor(
		readonly limit: Limit,
		private readonly trips: RoundTrips,
	) {
		this.milliseconds = limit.perSeconds * 1000;
	}

	/** When the next place is free, and the request that has it until then; nothing where one was never taken. */
	next(): { readonly free: number; readonly holder: Sent } | undefined {
		const { holder, milliseconds, trips } = this;
		if (!holder) return undefined;
		// No earlier than a window after it was sent, however long the others take.
		const early = Math.min(trips.least(milliseconds), holder.trip);
		return { free: holder.arrivedBy + milliseconds - early, holder };
	}

	/** Gives the next place to a request. */
	take(sent: Sent): void {
		const { holder, places } = this;
		if (holder) places[places.indexOf(holder)] = sent;
		else places.push(sent);
	}

	private get holder(): Sent | undefined {
		const { places, limit } = this;
		if (places.length < limit.requests) return undefined;
		return places.reduce((first, sent) => (sent.arrivedBy < first.arrivedBy ? sent : first));
	}
}
