/** What each scope lets an app do, of operations and events. */
import { EVENTS } from '../../nodes/events/wanted';
import { described, resourcesOf } from './described';
import { table } from './markdown';
import { scopeWords } from './pageParts';

interface Use {
	readonly scopes: readonly string[];
	/** The node or resource, and what of it. */
	readonly of: string;
	readonly what: string;
}

const uses: Use[] = [
	...described.flatMap((node) =>
		resourcesOf(node).flatMap(({ name, operations }) =>
			operations.map(({ scopes, name: what }) => ({ scopes, of: name, what })),
		),
	),
	...[...EVENTS.values()].map(({ scopes, name }) => ({ scopes, of: 'Events', what: name })),
];

/** Grouped by what `keyOf` gives, in the order in which that comes first. */
function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): T[][] {
	const groups = new Map<string, T[]>();
	for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
	return [...groups.values()];
}

const sorted = (scopes: readonly string[]) => [...scopes].sort();

/** What comes with a record only to an app that has one of its scopes. */
export const partsTable = (): string =>
	table([
		['Part', 'Scope, any one'],
		...described.flatMap(({ operations }) =>
			operations.flatMap(({ parts }) =>
				Object.values(parts?.of ?? {}).map(({ name, scopes }) => [name, scopeWords(scopes)]),
			),
		),
	]);

export const permissionsTable = (): string =>
	table([
		['Scope, any one', 'Allows'],
		...grouped(uses, ({ scopes }) => sorted(scopes).join())
			.map((same) => [
				scopeWords(sorted(same[0]?.scopes ?? [])),
				grouped(same, ({ of }) => of)
					.map((parts) => `${parts[0]?.of}: ${parts.map(({ what }) => what).join(', ')}`)
					.join('; '),
			])
			.sort(([a = ''], [b = '']) => a.localeCompare(b, 'en')),
	]);
