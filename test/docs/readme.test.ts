import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { anchor } from './markdown';
import { CHINESE, ENGLISH, freshPages, read } from './pages';

const root = join(__dirname, '../..');

test('the pages are what the declarations and translations say (npm run docs writes them)', () => {
	for (const { page, text } of process.env.UPDATE_DOCS ? freshPages() : []) writeFileSync(page, text);
	for (const { page, text } of freshPages()) expect(read(page)).toBe(text);
});

const pagesIn = (folder: string) =>
	readdirSync(join(root, folder))
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file));

const ALL = ['', 'docs', 'docs/nodes'].flatMap(pagesIn);

/** Files of this project that a page links to, with the heading in it, where one is meant. */
const linksOf = (page: string) =>
	[...read(page).matchAll(/\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)].map(([, file = '', heading]) => ({
		file: file === '' ? page : join(dirname(page), file),
		heading,
	}));

const headingsOf = (page: string) =>
	[...read(page).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => anchor(text));

/** The pictures are made by a command of their own, all at once. */
const PICTURES = join(root, 'docs/pictures');
const isThere = (file: string) => existsSync(file) || (dirname(file) === PICTURES && !existsSync(PICTURES));

test.each(ALL)('every file and heading that %s links to is there', (page) => {
	const lost = linksOf(join(root, page)).filter(
		({ file, heading }) =>
			!isThere(file) || (heading !== undefined && !headingsOf(file).includes(decodeURI(heading))),
	);
	expect(lost).toEqual([]);
});

test('no two headings of a page have the same address', () => {
	const twice = ALL.filter((page) => {
		const headings = headingsOf(join(root, page));
		return new Set(headings).size < headings.length;
	});
	expect(twice).toEqual([]);
});

/** Each page that is there in both languages, English first. */
const BOTH = [
	[ENGLISH, CHINESE],
	...pagesIn('docs')
		.filter((page) => page.endsWith('.zh-CN.md') && join(root, page) !== CHINESE)
		.map((page) => [join(root, page.replace('.zh-CN.md', '.md')), join(root, page)]),
] as Array<[string, string]>;

describe.each(BOTH)('%s in both languages', (english, chinese) => {
	const headings = (page: string) => [...read(page).matchAll(/^#+(?= )/gm)].map(([level]) => level);
	const blocks = (page: string) =>
		[...read(page).matchAll(/^```\w*\n([^`]+)```$/gm)].map(([, block]) => block);
	const codes = (page: string) =>
		[...new Set([...read(page).matchAll(/`([^`\n]+)`/g)].map(([, each]) => each))].sort();
	/** Of each table, how many rows and columns it has. */
	const tables = (page: string) =>
		[...read(page).matchAll(/(?:^\|.*\|\n)+/gm)].map(([rows]) =>
			rows.split('\n').map((row) => row.split(' | ').length),
		);
	const lists = (page: string) => [...read(page).matchAll(/^(?:- |\d+\. )/gm)].map(([mark]) => mark);
	/** Links to the other languages at the top aside, each to the page in its own language where there is one. */
	const files = (page: string) =>
		linksOf(page)
			.map(({ file }) => file.replace('docs/README.zh-CN.md', 'README.md').replace('.zh-CN.md', '.md'))
			.filter((file) => file !== english)
			.sort();

	it('links at the top to the other', () => {
		const top = (page: string) => read(page).split('\n## ')[0] ?? '';
		const isOther = (page: string, other: string) =>
			[...top(page).matchAll(/\]\(([^)]+)\)/g)].some(([, link = '']) => join(dirname(page), link) === other);
		expect([isOther(english, chinese), isOther(chinese, english)]).toEqual([true, true]);
	});

	it('has the same headings, blocks and words of code, tables, lists and links to files', () => {
		for (const same of [headings, blocks, codes, tables, lists, files])
			expect([same.name, same(chinese)]).toEqual([same.name, same(english)]);
	});
});

test('the commands of the README are these', () => {
	const commands = [...read(ENGLISH).matchAll(/^```\n([^`]+)```$/gm)].map(([, command]) => command);
	expect(commands).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
});

const HOME = (JSON.parse(read(join(root, 'package.json'))) as { homepage: string }).homepage;

test.each(pagesIn('docs/nodes').filter((page) => !page.endsWith('README.md')))(
	'%s is where its node leads in n8n',
	(page) => {
		const name = basename(page, '.md').replace(/^f/, 'F');
		const codex = JSON.parse(read(join(root, 'nodes', name, `${name}.node.json`))) as {
			resources: { primaryDocumentation: unknown };
		};
		expect(codex.resources.primaryDocumentation).toEqual([{ url: `${HOME}/blob/main/${page}` }]);
	},
);
