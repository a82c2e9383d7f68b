import type { Clock } from '../engine/clock';

/** So many records are read in one poll, and for so long: n8n gives up on a poll that takes several minutes. */
const MOST_READ = 1000;
const LONGEST_MS = 120_000;

/** What one poll may read before it leaves the rest to the next one. */
export class Budget {
	private records = MOST_READ;
	private readonly until: number;

	constructor(private readonly clock: Clock) {
		this.until = clock.now() + LONGEST_MS;
	}

	/** How many records may still be read. */
	get left(): number {
		return this.clock.now() < this.until ? this.records : 0;
	}

	spend(records: number): void {
		this.records -= records;
	}
}
