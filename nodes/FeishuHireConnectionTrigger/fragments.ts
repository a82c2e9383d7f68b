import type { Clock } from '../engine/clock';

/** How long the parts of one message may take to come. */
const PATIENCE_MS = 10_000;
/** No message of Feishu has more parts, and no more messages are under way. */
const MOST = 1_000;

/** Puts the parts of messages together, in whatever order they come. */
export class Fragments {
	private readonly begun = new Map<
		string,
		{ readonly since: number; readonly parts: Array<Uint8Array | undefined> }
	>();

	constructor(private readonly clock: Clock) {}

	/** @returns the whole message with its last part; nothing before, and nothing for a part that fits nowhere */
	add(id: string, count: number, place: number, part: Uint8Array): Buffer | undefined {
		const now = this.clock.now();
		for (const [other, { since }] of this.begun) if (since + PATIENCE_MS < now) this.begun.delete(other);
		if (!Number.isInteger(count) || count < 1 || count > MOST || !(place >= 0 && place < count))
			return undefined;
		const message = this.begun.get(id) ?? {
			since: now,
			parts: Array<Uint8Array | undefined>(count).fill(undefined),
		};
		if (message.parts.length !== count || this.begun.size > MOST) return undefined;
		message.parts[place] = part;
		const whole = message.parts.filter((each) => each !== undefined);
		if (whole.length < count) this.begun.set(id, message);
		else this.begun.delete(id);
		return whole.length < count ? undefined : Buffer.concat(whole);
	}
}
