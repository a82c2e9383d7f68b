import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** Texts by key, as n8n's editor looks them up: `nodeView.<parameter>.options.<value>.displayName`. */
export interface Texts {
	[key: string]: string | Texts;
}

type Held = INodePropertyOptions | INodeProperties | INodePropertyCollection;

const isParameter = (held: Held): held is INodeProperties => 'type' in held;
const isSection = (held: Held): held is INodePropertyCollection => 'values' in held;

const written = (texts: Record<string, string | Texts | undefined>): Texts =>
	Object.fromEntries(
		Object.entries(texts).filter(
			(entry): entry is [string, string | Texts] => entry[1] !== undefined && entry[1] !== '',
		),
	);

function held(item: Held): Texts {
	if (isParameter(item)) return { [item.name]: parameter(item) };
	if (isSection(item)) {
		return { [item.name]: { displayName: item.displayName, values: parameters(item.values) } };
	}
	// Where nothing is chosen yet: the editor looks texts up by a path, which cannot have an empty step.
	if (item.value === '') return {};
	return { [String(item.value)]: written({ displayName: item.name, description: item.description }) };
}

function parameter({
	displayName,
	description,
	placeholder,
	hint,
	options,
	typeOptions,
}: INodeProperties): Texts {
	return written({
		displayName,
		description,
		placeholder,
		hint,
		multipleValueButtonText: typeOptions?.multipleValueButtonText,
		options: options && merged(options.map(held)),
	});
}

const parameters = (list: readonly INodeProperties[]): Texts => merged(list.map(held));

/** Parameters of one name share one key, whatever operation they belong to; the text of the first one stands. */
function merged(parts: readonly Texts[]): Texts {
	const all: Texts = {};
	for (const part of parts) {
		for (const [key, value] of Object.entries(part)) {
			const known = all[key];
			all[key] =
				typeof known === 'object' && typeof value === 'object' ? merged([known, value]) : (known ?? value);
		}
	}
	return all;
}

/** Every text of a node that n8n's editor would show in another language, in the shape of a translation file. */
export const skeleton = ({ displayName, description, properties }: INodeTypeDescription): Texts => ({
	header: { displayName, description },
	nodeView: parameters(properties.filter(({ type }) => type !== 'hidden')),
});

/** The keys that lead to a text, as dotted paths in alphabetical order. */
export const keysOf = (texts: Texts): string[] =>
	Object.entries(texts)
		.flatMap(([key, value]) =>
			typeof value === 'string' ? [key] : keysOf(value).map((rest) => `${key}.${rest}`),
		)
		.sort();

/** What a translation lacks, and what it translates that is no longer there. */
export function difference(translation: Texts, panel: Texts): { missing: string[]; stale: string[] } {
	const has = new Set(keysOf(translation));
	const wants = new Set(keysOf(panel));
	return {
		missing: [...wants].filter((key) => !has.has(key)),
		stale: [...has].filter((key) => !wants.has(key)),
	};
}

/** A value of a list: its English name, its Chinese one, and what the Chinese panel says of it besides. */
export interface Choice {
	readonly english: string;
	readonly chinese: string;
	readonly more: string;
}

const textIn = (texts: Texts, key: string) => (typeof texts[key] === 'string' ? texts[key] : '');

/** The values of all lists of a panel, with what its translation calls them. */
export function choicesOf(panel: Texts, translation: Texts): Choice[] {
	return Object.entries(panel).flatMap(([key, value]) => {
		const other = translation[key];
		if (typeof value === 'string' || typeof other !== 'object') return [];
		const names = { english: textIn(value, 'displayName'), chinese: textIn(other, 'displayName') };
		return [{ ...names, more: textIn(other, 'description') }, ...choicesOf(value, other)];
	});
}
