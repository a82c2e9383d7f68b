import type { IDataObject } from 'n8n-workflow';
import { lineOf, nameIn } from '../declare/lines';
import type { Entry, Listed, Lookup, LookupReads, Told } from '../declare/lookup';
import type { EncodedItem, Operation } from '../declare/operation';
import { named, theOne } from '../declare/reference';
import type { ToldBy } from '../declare/request';
import { gathered, keyOf } from './entries';
import { pages } from './pages';
import type { Sender } from './send';

/** What lists and things are read with. */
export type Reading = Pick<LookupReads, 'call' | 'all'>;

/** The ways in which a sender reads. */
export function readsOf(sender: Sender): Reading {
	const call = sender.call.bind(sender);
	return { call, all: (endpoint, parts) => pages(call, endpoint, parts) };
}

/** What is known of the words of an item: the one thing that they mean, or why they mean none. */
type Outcome = { readonly entry: Entry } | { readonly error: unknown };

/** An item whose words are to be understood. */
interface Asking {
	readonly index: number;
	readonly item: EncodedItem;
}

const isListed = (lookup: Lookup | undefined): lookup is Listed =>
	lookup !== undefined && 'entries' in lookup;

/**
 * Finds what the items of a run say in words, before anything is written: each list is read once, each different
 * text is asked for once, and those of a kind together.
 */
export class Resolver {
	private readonly lists = new Map<string, Promise<readonly Entry[]>>();
	private readonly outcomes = new Map<string, Outcome>();

	constructor(
		private readonly operation: Operation,
		private readonly read: Reading,
	) {}

	/** Understands what can be understood; what cannot is told by `of`. */
	async load(items: readonly Asking[]): Promise<void> {
		await this.byTold(items);
		// What is chosen elsewhere in the item, by words perhaps, decides between namesakes.
		await Promise.all(items.map(async (asking) => await this.byName(asking)));
	}

	/** @throws what stands in the way: InvalidValue, or the CallFailure of a list that cannot be read */
	of(index: number, told: ToldBy): Entry {
		const outcome = this.outcomes.get(keyFor(index, told));
		if (outcome && 'entry' in outcome) return outcome.entry;
		throw (outcome?.error ?? new Error(`${told.param} was not looked up`)) as Error;
	}

	/**
	 * The names behind the IDs that an item gives and has no name for yet, by the keys of the request. What is found
	 * nowhere has none.
	 * @param each whether to read what can only be read one by one
	 */
	async namesOf(item: EncodedItem, each: boolean): Promise<Record<string, string>> {
		const reads = this.readsFor({ index: -1, item: { ...item, told: [] } });
		const found = Object.entries(this.operation.params).map(async ([param, { lookup, to }]) => {
			const key = to?.key ?? param;
			const ids = [item.values[param] ?? []].flat().filter((id) => typeof id === 'string');
			if (!lookup || ids.length === 0 || item.names?.[key] !== undefined) return [];
			const names = await namesOfIds(lookup, ids, each, reads);
			return names.length > 0 ? [[key, names.join(', ')] as const] : [];
		});
		return Object.fromEntries((await Promise.all(found)).flat());
	}

	private settle(index: number, told: ToldBy, find: () => Entry): void {
		try {
			this.outcomes.set(keyFor(index, told), { entry: find() });
		} catch (error) {
			this.outcomes.set(keyFor(index, told), { error });
		}
	}

	private async byTold(items: readonly Asking[]): Promise<void> {
		const groups = new Map<string, Group>();
		for (const asking of items) {
			for (const told of asking.item.told ?? []) {
				const how = told.mode === 'name' ? undefined : this.operation.params[told.param]?.told;
				if (!how) continue;
				const reads = this.readsFor(asking);
				const key = JSON.stringify([told.param, ...(how.asks ?? []).map(reads.chosen)]);
				const group = groups.get(key) ?? { how, reads, askers: [] };
				groups.set(key, group);
				group.askers.push({ index: asking.index, told });
			}
		}
		await Promise.all([...groups.values()].map(async (group) => await this.readGroup(group)));
	}

	private async readGroup({ how, reads, askers }: Group): Promise<void> {
		try {
			const meanings = await how.read([...new Set(askers.map(({ told }) => told.text))], reads);
			for (const { index, told } of askers)
				this.settle(index, told, () => theOne(told.text, meanings.get(told.text) ?? []));
		} catch (error) {
			for (const { index, told } of askers) this.outcomes.set(keyFor(index, told), { error });
		}
	}

	private async byName(asking: Asking): Promise<void> {
		const reads = this.readsFor(asking);
		for (const told of asking.item.told ?? []) {
			const lookup = this.operation.params[told.param]?.lookup;
			if (told.mode !== 'name' || !isListed(lookup)) continue;
			try {
				const known = await reads.entries(lookup);
				const found = await this.fitting(lookup, named(known, told.text), reads);
				this.settle(asking.index, told, () => theOne(told.text, found, known));
			} catch (error) {
				this.outcomes.set(keyFor(asking.index, told), { error });
			}
		}
	}

	/** Those of a name; of several, those that fit what else the item says. */
	private async fitting(
		lookup: Listed,
		found: readonly Entry[],
		reads: LookupReads,
	): Promise<readonly Entry[]> {
		if (!lookup.fit || found.filter(({ retired }) => !retired).length < 2) return found;
		const fit = await lookup.fit(reads);
		return found.flatMap((entry) => fit(entry) ?? []);
	}

	private readsFor({ index, item: { values, told = [] } }: Asking): LookupReads {
		const { operation } = this;
		const reads: LookupReads = {
			...this.read,
			chosen: (param) => {
				const words = told.find((each) => each.param === param);
				const outcome = words && this.outcomes.get(keyFor(index, words));
				if (words) return outcome && 'entry' in outcome ? outcome.entry.id : undefined;
				const value = values[param] ?? operation.params[param]?.look.default;
				return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
			},
			entries: async (lookup) => {
				const key = keyOf(lookup, reads);
				const list = this.lists.get(key) ?? gathered(lookup.entries(reads));
				this.lists.set(key, list);
				return await list;
			},
		};
		return reads;
	}
}

interface Group {
	readonly how: Told;
	readonly reads: LookupReads;
	readonly askers: Array<{ readonly index: number; readonly told: ToldBy }>;
}

const keyFor = (index: number, { param, mode, text }: ToldBy) => JSON.stringify([index, param, mode, text]);

async function namesOfIds(
	lookup: Lookup,
	ids: readonly string[],
	each: boolean,
	reads: LookupReads,
): Promise<string[]> {
	try {
		if (isListed(lookup)) {
			const list = await reads.entries(lookup);
			return ids
				.flatMap((id) => list.find((entry) => entry.id === id) ?? [])
				.map(({ names }) => nameIn(names, 'zh'));
		}
		const { one } = lookup;
		if (!one || !each) return [];
		return await Promise.all(ids.map(async (id) => lineOf(await one(id, reads), 'zh').name));
	} catch {
		// They only explain what is shown: an app without the scope sees the IDs alone.
		return [];
	}
}

/** The names behind the IDs of an item that were found by words, by the keys of the request. */
export function namesBehind(
	{ params }: Operation,
	told: readonly ToldBy[],
	entryOf: (told: ToldBy) => Entry,
): Record<string, string> {
	const names: IDataObject = {};
	for (const each of told) {
		const key = params[each.param]?.to?.key ?? each.param;
		const name = nameIn(entryOf(each).names, 'zh') || each.text;
		names[key] = names[key] === undefined ? name : `${String(names[key])}, ${name}`;
	}
	return names as Record<string, string>;
}
