import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHINESE, ENGLISH, freshPages } from './pages';

const read = (page: string) => readFileSync(page, 'utf8');

test('the tables are what the declarations and translations say (npm run docs writes them)', () => {
	for (const { page, text } of process.env.UPDATE_DOCS ? freshPages() : []) writeFileSync(page, text);
	for (const { page, text } of freshPages()) expect(read(page)).toBe(text);
});

const linksOf = (page: string) =>
	[...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) =>
		join(dirname(page), target ?? ''),
	);

test.each([ENGLISH, CHINESE])('every file that %s links to is there', (page) => {
	const links = linksOf(page);
	expect(links.length).toBeGreaterThan(0);
	expect(links.filter((target) => !existsSync(target))).toEqual([]);
});

describe('the README in both languages', () => {
	const headings = (page: string) => [...read(page).matchAll(/^#+(?= )/gm)].map(([level]) => level);
	const commands = (page: string) =>
		[...read(page).matchAll(/^```\n([^`]+)```$/gm)].map(([, command]) => command);
	const codes = (page: string) =>
		[...new Set([...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code))].sort();
	const others = (page: string) =>
		linksOf(page)
			.filter((target) => target !== ENGLISH && target !== CHINESE)
			.sort();

	it('links at the top to the other', () => {
		const top = (page: string) => read(page).split('\n## ')[0] ?? '';
		expect(top(ENGLISH)).toContain('(docs/README.zh-CN.md)');
		expect(top(CHINESE)).toContain('(../README.md)');
	});

	it('has the same headings, commands, words of code and links to files', () => {
		expect(commands(ENGLISH)).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
		expect(commands(CHINESE)).toEqual(commands(ENGLISH));
		expect(headings(CHINESE)).toEqual(headings(ENGLISH));
		expect(codes(CHINESE)).toEqual(codes(ENGLISH));
		expect(others(CHINESE)).toEqual(others(ENGLISH));
	});
});
