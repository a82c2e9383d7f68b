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
const isId = (value: unknown) => /^\s*\d{16,}\s*$/.test(String(value));

/** What a resource locator says in words; nothing where it gives an ID, as it may in place of words. */
export function referenceIn(value: unknown): Reference | undefined {
	if (typeof value !== 'object' || value === null || !('__rl' in value)) return undefined;
	const { mode, value: text } = value as { mode?: unknown; value?: unknown };
	const found = MODES.find((each) => each === mode);
	if (!found || isId(text)) return undefined;
	return { mode: found, text: typeof text === 'string' ? text : String(text ?? '') };
}

const BETWEEN = /\s*[›>/|]\s*/;

const bothOf = ({ zh, en }: Names): string[] => [zh, en].filter((name) => name !== undefined).map(folded);

/**
 * The things that a name can mean: by name in either language, by number, or with what stands above it, as in
 * 'Hiring of engineers › Interview'. Letter case, spaces and full-width characters make no difference.
 */
export function named(entries: readonly Entry[], text: string): Entry[] {
	const wanted = folded(text);
	const whole = entries.filter(({ names, code }) =>
		[...bothOf(names), ...(code ? [folded(code)] : [])].includes(wanted),
	);
	if (whole.length > 0) return whole;
	const steps = wanted.split(BETWEEN).filter(Boolean);
	const last = steps.pop();
	if (last === undefined || steps.length === 0) return [];
	return entries.filter(({ names, code, path = [] }) => {
		if (![...bothOf(names), ...(code ? [folded(code)] : [])].includes(last)) return false;
		const above = path.slice(-steps.length);
		return (
			above.length === steps.length && steps.every((step, index) => bothOf(above[index] ?? {}).includes(step))
		);
	});
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

const list = (entries: readonly Entry[]) =>
	entries.slice(0, MOST_SHOWN).map(described).join('; ') +
	(entries.length > MOST_SHOWN ? `; and ${entries.length - MOST_SHOWN} more` : '');

const MOST_LIKE = 10;

const pairsIn = (text: string) => [...text].map((letter, at, all) => letter + (all[at + 1] ?? ''));

/** What there is in place of a name that there is not: the names that are most like it, each once. */
function others(text: string, known: readonly Entry[]): string {
	const wanted = new Set(pairsIn(folded(text)));
	const likeness = (names: Names) =>
		Math.max(...bothOf(names).map((name) => pairsIn(name).filter((pair) => wanted.has(pair)).length), 0);
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
			`It may be ${list(used)}. Say more, or give the ID (By ID).`,
		);
	}
	if (found.length > 0) {
		const ended = found.every(({ note }) => note === 'ended');
		throw new InvalidValue(
			`${quoted(text)} ${ended ? 'has ended' : 'is no longer in use'}`,
			`Choose another one, or give the ID (By ID) if you mean it all the same: ${list(found)}.`,
		);
	}
	throw new InvalidValue(
		`${quoted(text)} is not found`,
		`${others(text, known) || 'Look it up in Feishu Hire. '}Write it as it stands there, or give the ID (By ID).`,
	);
}
