import type { Clock } from './clock';

const KEPT_MS = 60_000;

/** A list that is read as far as somebody has looked into it. Several may look into it at once. */
class Growing<T> {
	private readonly known: T[] = [];
	private readonly source: AsyncIterator<T>;
	private step?: Promise<boolean>;

	constructor(
		source: AsyncIterable<T>,
		private readonly failed: () => void,
	) {
		this.source = source[Symbol.asyncIterator]();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
		for (let at = 0; at < this.known.length || (await (this.step ??= this.grow())); at++) {
			yield this.known[at] as T;
		}
	}

	/** Reads one more. @returns whether there was one */
	private async grow(): Promise<boolean> {
		let read = false;
		try {
			const { done, value } = await this.source.next();
			read = true;
			if (done) return false;
			this.known.push(value as T);
			this.step = undefined;
			return true;
		} finally {
			if (!read) this.failed();
		}
	}
}

/** Lists that are read once in a minute, however many look into them. One that cannot be read is not kept. */
export class Kept<T> {
	private readonly lists = new Map<string, { readonly since: number; readonly list: AsyncIterable<T> }>();

	constructor(private readonly clock: Clock) {}

	/** The list of that key from its beginning; `read` begins a new one. */
	of(key: string, read: () => AsyncIterable<T>): AsyncIterable<T> {
		const now = this.clock.now();
		for (const [old, { since }] of this.lists) if (now - since >= KEPT_MS) this.lists.delete(old);
		const found = this.lists.get(key);
		if (found) return found.list;
		const list = new Growing(read(), () => this.lists.delete(key));
		this.lists.set(key, { since: now, list });
		return list;
	}
}
