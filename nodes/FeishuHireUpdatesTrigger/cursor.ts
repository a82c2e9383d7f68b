/** How far the watching has come; kept in the node's static data from poll to poll. Times are Feishu's. */
export interface Cursor {
	/** What it belongs to: another choice in the panel begins anew. */
	readonly of: string;
	/** All that changed before was dealt with. */
	readonly since: number;
	/** When it was last looked at. */
	readonly looked: number;
	/** What was dealt with of that which changed since: when it had changed, and a time after which it was read. */
	readonly seen: Readonly<Record<string, readonly [changed: number, read: number]>>;
	/** All that was created before was dealt with, where only that counts. */
	readonly createdSince: number;
	/** What was given of that which was created since, with the time of its creation. */
	readonly given: Readonly<Record<string, number>>;
}

/**
 * How much of the time before the last look is looked at again: Feishu Hire says nowhere how soon a change shows in
 * its lists.
 */
export const OVERLAP_MS = 5 * 60_000;

/** At most so many created records are remembered while there is still more to be given. */
const MOST_GIVEN = 10_000;

/** A cursor at its beginning. */
export const cursorFrom = (of: string, time: number, looked: number): Cursor => ({
	of,
	since: time,
	looked,
	seen: {},
	createdSince: time,
	given: {},
});

/** The cursor after a poll that looked at `looked` and dealt with all that changed before `reached`. */
export function moved(
	{ of, since, createdSince }: Cursor,
	{ looked, reached, seen, given }: Pick<Cursor, 'looked' | 'seen' | 'given'> & { readonly reached: number },
): Cursor {
	const settled = looked - OVERLAP_MS;
	const next = {
		since: Math.max(since, Math.min(settled, reached)),
		// Of what is left some may have been created at any time.
		createdSince: reached === Infinity ? Math.max(createdSince, settled) : createdSince,
	};
	const entries = Object.entries(given).filter(([, created]) => created >= next.createdSince);
	return {
		of,
		looked,
		...next,
		seen: Object.fromEntries(Object.entries(seen).filter(([, [changed]]) => changed >= next.since)),
		given: Object.fromEntries(entries.sort(([, a], [, b]) => b - a).slice(0, MOST_GIVEN)),
	};
}
