import type { Entry, Listed, LookupReads } from '../declare/lookup';

/** Of one run, or of one look into a panel: each list is read once. */
const read = new WeakMap<LookupReads, Map<string, Promise<readonly Entry[]>>>();

/** Tells apart what a lookup gives under different choices: under another kind of ID, for example. */
export const keyOf = ({ name, asks = [] }: Pick<Listed, 'name' | 'asks'>, { chosen }: LookupReads): string =>
	JSON.stringify([name, ...asks.map(chosen)]);

/** All things of a lookup. With the same `reads` it is read once, however many ask; a failure is not kept. */
export async function entriesOf(lookup: Listed, reads: LookupReads): Promise<readonly Entry[]> {
	const lists = read.get(reads) ?? new Map<string, Promise<readonly Entry[]>>();
	read.set(reads, lists);
	const key = keyOf(lookup, reads);
	const list = lists.get(key) ?? gathered(lookup.entries(reads));
	lists.set(key, list);
	list.catch(() => lists.delete(key));
	return await list;
}

export async function gathered<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
	const list = [];
	for await (const each of all) list.push(each);
	return list;
}

/** What a run reads the things of lookups with. `chosen` gives what holds for all items, as the kinds of IDs do. */
export function lookupReads(read: Pick<LookupReads, 'call' | 'all' | 'chosen'>): LookupReads {
	const reads: LookupReads = { ...read, entries: async (lookup) => await entriesOf(lookup, reads) };
	return reads;
}
