import { plain } from './cell';
import type { Entry, Names } from './lookup';

/** A line of a picker. */
export interface Line {
	readonly name: string;
	readonly value: string;
	readonly description?: string;
}

/** Which of two names comes first: Chinese in Feishu, English in Lark. */
export type Language = keyof Names;

/** The name in the language, or in the other one where there is none. */
export const nameIn = ({ zh, en }: Names, language: Language): string =>
	((language === 'zh' ? zh || en : en || zh) ?? '').trim();

const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

/** What tells things apart comes first, since n8n cuts a line after some 45 characters. */
export function lineOf(entry: Entry, language: Language, pathFirst = false): Line {
	const { id, names, path = [], also = [], code, note } = entry;
	const own = nameIn(names, language) || id;
	const above = path.map((each) => nameIn(each, language)).filter(Boolean);
	const numbered = code ? `${own} (${code})` : own;
	const words = pathFirst ? [[...above, numbered].join(' › ')] : [numbered, above.join(' / ')];
	const second = nameIn(names, other(language));
	return {
		name: [...words, ...also.map((each) => nameIn(each, language)), note].filter(Boolean).join(' · '),
		value: id,
		...(second && second !== own ? { description: second } : {}),
	};
}

/** Letter case, spaces, full-width letters and digits, and forms of dashes and apostrophes make no difference. */
export const folded = (text: string): string =>
	plain(text)
		.toLowerCase()
		.replace(/\p{Dash}/gu, '-')
		.replace(/[‘’ʼ]/g, "'");

/** Whether a thing has all the words that were typed: in either language, in its number, or in its ID. */
export function holds(entry: Entry, typed: string): boolean {
	const { id, names, path = [], also = [], code = '', note = '' } = entry;
	const told = [names, ...path, ...also].flatMap(({ zh, en }) => [zh, en]);
	const text = folded([...told, code, note, id].filter(Boolean).join(' '));
	return folded(typed)
		.split(' ')
		.every((word) => text.includes(word));
}
