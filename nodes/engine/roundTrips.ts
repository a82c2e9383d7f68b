/** A window gives up this share of itself: the next request may be a little quicker than any seen. */
const RESERVE = 0.02;

/** How many answers beyond a burst have to be long before the way is believed to have become longer. */
const CONVINCING = 16;

interface Seen {
	readonly count: number;
	readonly sum: number;
	readonly shortest: number;
}

const NOTHING: Seen = { count: 0, sum: 0, shortest: Infinity };

const also = ({ count, sum, shortest }: Seen, trip: number): Seen => ({
	count: count + 1,
	sum: sum + trip,
	shortest: Math.min(shortest, trip),
});

/** How long the requests of one route take to their answer, learned from the answers. */
export class RoundTrips {
	private seen = NOTHING;
	/** The answers since the last short one. */
	private long = NOTHING;

	/** @param burst how many may be sent at once; their answers come in the order of how long they took */
	constructor(private readonly burst: number) {}

	/** Takes one in, in milliseconds. */
	add(trip: number): void {
		this.seen = also(this.seen, trip);
		const { count, sum, shortest } = this.seen;
		this.long = trip > shortest + 0.75 * (sum / count - shortest) ? also(this.long, trip) : NOTHING;
		if (this.long.count < this.burst + CONVINCING) return;
		this.seen = this.long;
		this.long = NOTHING;
	}

	/**
	 * What the way back of one request and the way there of another are believed to take together at least, in
	 * milliseconds: the shortest round trip, less a doubt that shrinks with their number, and never so much that
	 * less than the reserve of a window of that length were lost.
	 */
	least(window: number): number {
		const { count, sum, shortest } = this.seen;
		// The requests of the first burst have a connection to make, and one stall of the process delays them all.
		if (count <= this.burst) return 0;
		const mean = sum / count;
		const doubt = ((mean - shortest) * 2) / Math.sqrt(count);
		return Math.max(0, Math.min(shortest - doubt, mean - window * RESERVE));
	}
}
