import { folded } from './lines';
import type { Entry, Names } from './lookup';
import { InvalidValue, quoted } from './invalid';

/** What a parameter names in words; its ID is found before anything is written. */
export interface Reference {
	readonly mode: 'name' | 'candidate' | 'contact';
	readonly text: string;
}

const MODES = ['name', 'candidate', 'contact'] as const;

/** What a resource locator says in words; nothing where it gives an ID. */
export function referenceIn(value: unknown): Reference | undefined {
	if (typeof value !== 'object' || value === null || !('__rl' in value)) return undefined;
	const { mode, value: text } = value as { mode?: unknown; value?: unknown };
	const found = MODES.find((each) => each === mode);
	return found && { mode: found, text: typeof text === 'string' ? text : String(text ?? '') };
}

/** Between what stands above a thing and its name. */
const JOINT = /\s*[›>/|]\s*/g;

const joined = (text: string): string => folded(text).replace(JOINT, '›');

const known = new WeakMap<Entry, string[][]>();

/** What a thing can be called, and what stands above it, outermost first. */
function levelsOf(entry: Entry): string[][] {
	const found = known.get(entry);
	if (found) return found;
	const { names, code, path = [] } = entry;
	const both = ({ zh, en }: Names) => [zh, en].filter((name) => name !== undefined);
	const own = code ? [...both(names), code, ...both(names).map((name) => `${name} (${code})`)] : both(names);
	const levels = [...path.map(both), own].map((level) => level.map(joined).filter(Boolean));
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
export const isNumber = (text: string): boolean => /^[\d.e+\s]+$/i.test(text);

/** No ID of Feishu Hire is that short, but the name of a year is. */
export const isShort = (text: string): boolean => /^\d{1,11}$/.test(text.trim());

/**
 * What a list in words means, in its order. A name may have commas in it, and quotation marks or brackets around it.
 * @returns the things, and as they are the IDs that stand among them
 * @throws InvalidValue for the first name that means none, or several
 */
export async function eachNamed(
	text: string,
	find: (name: string) => Promise<readonly Entry[]>,
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
		else if (name !== '') theOne(name, []);
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

/** The one thing that the words mean. @throws InvalidValue where that is none, or several */
export function theOne(text: string, found: readonly Entry[]): Entry {
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
		throw new InvalidValue(
			`${quoted(text)} is no longer in use`,
			`Choose another one, or give the ID (By ID) if you mean it all the same: ${listed(found)}.`,
		);
	}
	throw new InvalidValue(
		`${quoted(text)} is not found`,
		'Look it up in Feishu Hire and write it as it stands there, or give the ID (By ID).',
	);
}
