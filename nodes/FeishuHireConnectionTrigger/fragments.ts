import type { Clock } from '../engine/clock';

/** How long the parts of one message may take to come. */
const PATIENCE_MS = 10_000;
/** What is held at most: parts of a message, bytes of a message, messages that are not whole, and bytes of them all. */
const MOST_PARTS = 1_000;
const MOST_BYTES = 1024 * 1024;
const MOST_MESSAGES = 1_000;
const MOST_BYTES_HELD = 16 * MOST_BYTES;

interface Message {
	readonly since: number;
	readonly parts: Array<Uint8Array | undefined>;
	bytes: number;
	missing: number;
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
		const message = this.begun.get(id) ?? {
			since: now,
			parts: Array.from<Uint8Array | undefined>({ length: count }),
			bytes: 0,
			missing: count,
		};
		if (message.parts.length !== count) return undefined;
		const before = message.parts[place];
		message.bytes += part.length - (before?.length ?? 0);
		message.missing -= before ? 0 : 1;
		// A copy: the part is a piece of a frame, which would be held with it.
		message.parts[place] = Buffer.from(part);
		if (message.missing === 0 || message.bytes > MOST_BYTES) this.begun.delete(id);
		else this.begun.set(id, message);
		if (this.begun.size > MOST_MESSAGES || this.heldBytes() > MOST_BYTES_HELD) this.begun.delete(id);
		return message.missing === 0 && message.bytes <= MOST_BYTES
			? Buffer.concat(message.parts.filter((each) => each !== undefined))
			: undefined;
	}

	private heldBytes(): number {
		return [...this.begun.values()].reduce((sum, { bytes }) => sum + bytes, 0);
	}
}
