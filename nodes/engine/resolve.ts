import { lineOf, nameIn } from '../declare/lines';
import type { Entry, Listed, Lookup, LookupReads, Told } from '../declare/lookup';
import type { Call, EncodedItem, Operation } from '../declare/operation';
import { eachNamed, named, theOne } from '../declare/reference';
import type { ToldBy } from '../declare/request';
import { gathered, keyOf } from './entries';
import { MISSING_SCOPE_CODE } from './errors';
import { CallFailure } from './failure';
import { pages } from './pages';
import { Sender, type SendOptions } from './send';
import type { Session } from './session';

/** What lists and things are read with. */
export type Reading = Pick<LookupReads, 'call' | 'all'>;

/** The ways in which a sender reads. */
export function readsOf(sender: Sender): Reading {
	const call = sender.call.bind(sender);
	return { call, all: (endpoint, parts) => pages(call, endpoint, parts) };
}

/** Reads what many items ask for at once. */
export function readsForAll(session: Session, options: SendOptions): Reading {
	const routes = new Map<string, Call>();
	const call: Call = async (endpoint, parts) => {
		const read = routes.get(endpoint.route) ?? untilAllFail(session, options);
		routes.set(endpoint.route, read);
		return await read(endpoint, parts);
	};
	return { call, all: (endpoint, parts) => pages(call, endpoint, parts) };
}

/** Calls of a route. After a failure that all others would share none is sent any more, and what waited fails with it. */
function untilAllFail(session: Session, options: SendOptions): Call {
	const ended = new AbortController();
	const stop = AbortSignal.any([ended.signal, ...(options.stop ? [options.stop] : [])]);
	const sender = new Sender(session, { ...options, stop });
	let failure: CallFailure | undefined;
	return async (endpoint, parts) => {
		try {
			return await sender.call(endpoint, parts);
		} catch (error) {
			if (error instanceof CallFailure && (error.general || error.code === MISSING_SCOPE_CODE)) {
				failure ??= error;
				ended.abort();
			}
			throw failure ?? error;
		}
	};
}

/** What is known of the words of an item: what they mean, several things where they are a list, or why nothing. */
type Outcome = { readonly entries: readonly Entry[] } | { readonly error: unknown };

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
	of(index: number, told: ToldBy): readonly Entry[] {
		const outcome = this.outcomes.get(keyFor(index, told));
		if (outcome && 'entries' in outcome) return outcome.entries;
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

	private async settle(index: number, told: ToldBy, find: () => Promise<readonly Entry[]>): Promise<void> {
		try {
			this.outcomes.set(keyFor(index, told), { entries: await find() });
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
		const texts = [...new Set(askers.map(({ told }) => told.text))];
		const meaning = how.read(texts, reads);
		await Promise.all(
			askers.map(
				async ({ index, told }) =>
					await this.settle(index, told, async () => [theOne(told.text, await meaning(told.text))]),
			),
		);
	}

	private async byName(asking: Asking): Promise<void> {
		const reads = this.readsFor(asking);
		for (const told of asking.item.told ?? []) {
			const { lookup, takesNames } = this.operation.params[told.param] ?? {};
			if (told.mode !== 'name' || !isListed(lookup)) continue;
			await this.settle(asking.index, told, async () => {
				const known = await reads.entries(lookup);
				const find = async (name: string) => await this.fitting(lookup, named(known, name), reads);
				if (takesNames) return whole(await eachNamed(told.text, find, known), known);
				return [theOne(told.text, await find(told.text), known)];
			});
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
				if (words) return outcome && 'entries' in outcome ? outcome.entries[0]?.id : undefined;
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

/** The things of a list, also those that were given by ID. */
const whole = (things: ReadonlyArray<Entry | string>, entries: readonly Entry[]): Entry[] =>
	things.map((thing) =>
		typeof thing === 'string' ? (entries.find(({ id }) => id === thing) ?? { id: thing, names: {} }) : thing,
	);

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
	entriesOf: (told: ToldBy) => readonly Entry[],
): Record<string, string> {
	const names = new Map<string, string[]>();
	for (const each of told) {
		const { to, takesNames } = params[each.param] ?? {};
		const key = to?.key ?? each.param;
		const found = entriesOf(each).map(
			(entry) => nameIn(entry.names, 'zh') || (takesNames ? entry.id : each.text),
		);
		names.set(key, [...(names.get(key) ?? []), ...found]);
	}
	return Object.fromEntries([...names].map(([key, list]) => [key, list.join(', ')]));
}
