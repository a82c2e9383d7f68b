/** What a renewal of the golden file may do: take over what is new, and change what is meant to change. */
import type { Saved } from './saved';

/** Changes with one reason: each name with what it was and what it becomes, null where it goes. */
export interface Meant {
	readonly why: string;
	readonly changes: Readonly<Record<string, readonly [was: string, becomes: string | null]>>;
}

export interface Comparison {
	readonly added: string[];
	/** What saved workflows rely on and would not find as it was. */
	readonly broken: Meant['changes'];
}

export function compare(before: Saved, now: Saved): Comparison {
	const broken = Object.entries(before)
		.filter(([name, was]) => now[name] !== was)
		.map(([name, was]) => [name, [was, now[name] ?? null]] as const);
	return {
		added: Object.keys(now).filter((name) => !(name in before)),
		broken: Object.fromEntries(broken),
	};
}

/** Of the pack whose names these are. */
const majorOf = (saved: Saved) =>
	Object.values(saved)
		.flatMap((what) => /^package, major version (\d+)$/.exec(what)?.[1] ?? [])
		.map(Number)[0] ?? 0;

/** The changes that stand in the way of a renewal; a new major version of the pack may break what it likes. */
export function refused(before: Saved, now: Saved, meant: readonly Meant[]): Meant['changes'] {
	if (majorOf(now) > majorOf(before)) return {};
	const isMeant = (name: string, [was, becomes]: readonly [string, string | null]) =>
		meant.some(({ why, changes }) => {
			const [from, to] = changes[name] ?? [];
			return why.trim() !== '' && from === was && to === becomes;
		});
	return Object.fromEntries(
		Object.entries(compare(before, now).broken).filter(([name, change]) => !isMeant(name, change)),
	);
}
