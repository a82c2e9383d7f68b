import { moved, type Cursor } from './cursor';
import type { Found, Listed, Reading } from './watches/watch';

/** What one poll gives, and where it leaves the cursor. */
export class Harvest {
	private readonly taken: Array<{ readonly found: Found; readonly changed: number }> = [];
	private readonly seen: Record<string, readonly [changed: number, read: number]>;
	private readonly given: Record<string, number>;
	private reached: number;

	/** @param createdOnly whether a record counts once, when it is new */
	constructor(
		private readonly cursor: Cursor,
		private readonly createdOnly: boolean,
		private readonly most: number,
	) {
		this.seen = { ...cursor.seen };
		this.given = { ...cursor.given };
		this.reached = cursor.since;
	}

	/** How many more there is room for. */
	get room(): number {
		return this.most - this.taken.length;
	}

	/** Whether a line, of what changed up to a time, is of something that was dealt with and is unchanged since. */
	knows({ id, changed }: Listed, to: number): boolean {
		const [known, read = NaN] = this.seen[id] ?? [];
		// Where the list tells no time: what was read after all of the period has not changed since, or it would stand
		// in a later one.
		return changed === undefined ? to <= read : known === changed;
	}

	/** Takes in what was read at `now` or later. */
	add({ id }: Listed, { changed, found }: Reading, now: number): void {
		if (found && this.isNew(id, changed, found)) {
			this.taken.push({ found, changed });
			if (this.createdOnly) this.given[found.key] = found.created;
		}
		this.seen[id] = [changed, now];
	}

	/** All that changed up to a time was taken in. */
	reach(time: number): void {
		this.reached = time;
	}

	private isNew(id: string, changed: number, { key, created }: Found): boolean {
		if (this.createdOnly) return created >= this.cursor.createdSince && !(key in this.given);
		return changed >= this.cursor.since && this.seen[id]?.[0] !== changed;
	}

	/** What was found, in the order of time. */
	get records(): Found[] {
		const time = ({ found, changed }: (typeof this.taken)[number]) =>
			this.createdOnly ? found.created : changed;
		return [...this.taken].sort((a, b) => time(a) - time(b)).map(({ found }) => found);
	}

	/** The cursor after the poll whose first answer came at `looked`. */
	next(looked: number): Cursor {
		const { seen, given, reached } = this;
		return moved(this.cursor, { looked, reached, seen, given });
	}
}
