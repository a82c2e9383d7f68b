import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freshReadme, README } from './readme';

test('its tables are what the declarations and the last bench say (npm run docs writes them)', () => {
	if (process.env.UPDATE_DOCS) writeFileSync(README, freshReadme());
	expect(readFileSync(README, 'utf8')).toBe(freshReadme());
});

test('every file that the README links to is there', () => {
	const links = [...readFileSync(README, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
		([, target]) => target ?? '',
	);
	expect(links.length).toBeGreaterThan(3);
	expect(links.filter((target) => !existsSync(join(dirname(README), target)))).toEqual([]);
});
