import type { Clock } from '../engine/clock';

/** How long the parts of one message may take to come. */
const PATIENCE_MS = 10_000;
/** What is held at most: parts of a message, bytes of a message, and messages that are not whole. */
const MOST_PARTS = 1_000;
const MOST_BYTES = 1024 * 1024;
const MOST_MESSAGES = 1_000;

interface Message {
	readonly since: number;
	readonly parts: Array<Uint8Array | undefined>;
}

/** Puts the parts of messages together, in whatever order they come. */
export class Fragments {
	private readonly begun = new Map<string, Message>();

	constructor(private readonly clock: Clock) {}

	/** @returns the whole message with its last part; nothing before, and nothing for a part that fits nowhere */
	add(id: string, count: number, place: number, part: Uint8Array): Buffer | undefined {
		const now = this.clock.now();
		for (const [other, { since }] of this.begun) if (since + PATIENCE_MS < now) this.begun.delete(other);
		if (!(count >= 1 && count <= MOST_PARTS) || !(place >= 0 && place < count)) return undefined;
		const message = this.begun.get(id) ?? { since: now, parts: Array.from({ length: count }) };
		if (message.parts.length !== count) return undefined;
		message.parts[place] = part;
		const here = message.parts.filter((each) => each !== undefined);
		const bytes = here.reduce((sum, { length }) => sum + length, 0);
		const isWhole = here.length === count;
		if (isWhole || bytes > MOST_BYTES || this.begun.size >= MOST_MESSAGES) this.begun.delete(id);
		else this.begun.set(id, message);
		return isWhole && bytes <= MOST_BYTES ? Buffer.concat(here) : undefined;
	}
}
