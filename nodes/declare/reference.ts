import { plain } from './cell';
import { folded } from './lines';
import type { Entry, Names } from './lookup';
import { InvalidValue, quoted } from './invalid';

/** What a parameter names in words; its ID is found before anything is written. */
export interface Reference {
	readonly mode: 'name' | 'candidate' | 'contact';
	readonly text: string;
}

const MODES = ['name', 'candidate', 'contact'] as const;

/** Longer than any telephone number: an ID of Feishu Hire, or a number that was one. */
export const isId = (value: unknown): boolean => /^\s*\d{16,}\s*$/.test(String(value));

/** What a resource locator says in words; nothing where it gives an ID, as it may in place of words. */
export function referenceIn(value: unknown): Reference | undefined {
	if (typeof value !== 'object' || value === null || !('__rl' in value)) return undefined;
	const { mode, value: text } = value as { mode?: unknown; value?: unknown };
	const found = MODES.find((each) => each === mode);
	if (!found || isId(text)) return undefined;
	return { mode: found, text: typeof text === 'string' ? text : String(text ?? '') };
}

/** Between what stands above a thing and its name. */
const JOINT = /\s*[›>/|]\s*/g;

const bothOf = ({ zh, en }: Names): string[] => [zh, en].filter((name) => name !== undefined);

const joined = (text: string): string => folded(text).replace(JOINT, '›');

const known = new WeakMap<Entry, string[][]>();

/** What a thing can be called, and what stands above it, outermost first. */
function levelsOf(entry: Entry): string[][] {
	const found = known.get(entry);
	if (found) return found;
	const { names, code, path = [] } = entry;
	const both = bothOf(names);
	const own = code ? [...both, code, ...both.map((name) => `${name} (${code})`)] : both;
	const levels = [...path.map(bothOf), own].map((level) => level.map(joined).filter(Boolean));
	known.set(entry, levels);
	return levels;
}

/** Whether words are the name of the last level, or those of several levels down to it. */
function tell(words: string, levels: readonly string[][]): boolean {
	const above = levels.slice(0, -1);
	return (levels.at(-1) ?? []).some(
		(name) => words === name || (words.endsWith(`›${name}`) && tell(words.slice(0, -name.length - 1), above)),
	);
}

/**
 * The things that words can mean: a name in either language, a number, both as the list shows them, and before it
 * what stands above, as in 'Hiring of engineers › Interview'. See `folded` for what makes no difference.
 */
export function named(entries: readonly Entry[], text: string): Entry[] {
	const words = joined(text).replace(/^›+|›+$/g, '');
	return entries.filter((entry) => tell(words, levelsOf(entry)));
}

/** Between the names of a list, if they do not stand in a name itself. */
const COMMAS = /([\r\n,，、;；]+)/;

/** A name has commas at most between so many pieces. */
const MOST_PIECES = 6;

/** What looks like a number is an ID, or what is left of one. */
export const isNumber = (text: string): boolean => /^[\d.e+\s']+$/i.test(plain(text));

/** No ID of Feishu Hire is that short, but the name of a year is. */
export const isShort = (text: string): boolean => /^\d{1,11}$/.test(plain(text));

/**
 * What a list in words means, in its order. A name may have commas in it, and quotation marks or brackets around it.
 * @param known what there is
 * @returns the things, and as they are the IDs that stand among them
 * @throws InvalidValue for the first name that means none, or several
 */
export async function eachNamed(
	text: string,
	find: (name: string) => Promise<readonly Entry[]>,
	known: readonly Entry[],
): Promise<Array<Entry | string>> {
	const pieces = text.split(COMMAS);
	const things: Array<Entry | string> = [];
	for (let from = 0; from < pieces.length; ) {
		let to = Math.min(pieces.length, from + 2 * MOST_PIECES - 1);
		let found: readonly Entry[] = [];
		let name = '';
		for (; to > from; to -= 2) {
			const whole = pieces.slice(from, to).join('').trim();
			name = whole.replace(/^["'[\s]+|["'\]\s]+$/g, '');
			found = await find(whole);
			if (found.length === 0 && name !== whole) found = await find(name);
			if (found.length > 0) break;
		}
		if (found.length > 0) things.push(theOne(name, found));
		else if (isNumber(name)) things.push(...name.split(/\s+/));
		else if (name !== '') theOne(name, [], known);
		from = Math.max(to, from + 1) + 1;
	}
	return things;
}

const MOST_SHOWN = 5;

/** A thing in a message: its names, what tells it from its namesakes, and its ID. */
export function described({ id, names, path = [], code, also = [], note }: Entry): string {
	const own = [...new Set([names.zh, names.en])].filter(Boolean).join(' / ');
	const above = path.map(({ zh, en }) => zh ?? en).filter(Boolean);
	const beside = also.map(({ zh, en }) => zh || en);
	const words = [[...above, own].filter(Boolean).join(' › '), ...beside, code, note]
		.filter(Boolean)
		.join(', ');
	return `${words === '' ? '' : `${words}: `}ID ${id}`;
}

/** Things in a message. */
export const listed = (entries: readonly Entry[]): string =>
	entries.slice(0, MOST_SHOWN).map(described).join('; ') +
	(entries.length > MOST_SHOWN ? `; and ${entries.length - MOST_SHOWN} more` : '');

const MOST_LIKE = 10;

const pairsIn = (text: string) => [...text].map((letter, at, all) => letter + (all[at + 1] ?? ''));

/** What there is in place of a name that there is not: the names that are most like it, each once. */
function others(text: string, known: readonly Entry[]): string {
	const wanted = new Set(pairsIn(folded(text)));
	const likeness = (names: Names) =>
		Math.max(
			...bothOf(names).map((name) => pairsIn(folded(name)).filter((pair) => wanted.has(pair)).length),
			0,
		);
	const names = new Map(
		known
			.filter(({ retired }) => !retired)
			.map(({ names: each }) => [
				[...new Set([each.zh, each.en])].filter(Boolean).join(' / '),
				likeness(each),
			]),
	);
	const ranked = [...names].sort(([, one], [, other]) => other - one).map(([name]) => name);
	if (ranked.length === 0) return '';
	const more = ranked.length > MOST_LIKE ? `; and ${ranked.length - MOST_LIKE} more` : '';
	return `There are: ${ranked.slice(0, MOST_LIKE).join('; ')}${more}. `;
}

/**
 * The one thing that the words mean.
 * @param known what else there is, where all of it is known
 * @throws InvalidValue where they mean none, or several
 */
export function theOne(text: string, found: readonly Entry[], known: readonly Entry[] = []): Entry {
	const used = found.filter(({ retired }) => !retired);
	const [one, ...more] = used;
	if (one && more.length === 0) return one;
	if (one) {
		throw new InvalidValue(
			`${quoted(text)} can mean ${used.length} things`,
			`It may be ${listed(used)}. Say more, or give the ID (By ID).`,
		);
	}
	if (found.length > 0) {
		const ended = found.every(({ note }) => note === 'ended');
		throw new InvalidValue(
			`${quoted(text)} ${ended ? 'has ended' : 'is no longer in use'}`,
			`Choose another one, or give the ID (By ID) if you mean it all the same: ${listed(found)}.`,
		);
	}
	throw new InvalidValue(
		`${quoted(text)} is not found`,
		`${others(text, known) || 'Look it up in Feishu Hire. '}Write it as it stands there, or give the ID (By ID).`,
	);
}
