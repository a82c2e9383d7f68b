/**
 * The names and values that users' workflows hold may never change. After an addition:
 * UPDATE_GOLDEN=1 npx jest test/golden
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { savedNames, type Saved } from './saved';

const FILE = join(__dirname, 'saved.json');
const now = savedNames();
if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
const before = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Saved;

const BREAKS = 'Workflows that users saved would break. Bring back:';
const ADDED =
	'New names, which can never change once they are released. If they are as they shall be, run UPDATE_GOLDEN=1 npx jest test/golden. Added:';

const report = (message: string, lines: string[]) =>
	lines.length === 0 ? '' : [message, ...lines].join('\n');

it('keeps every name and value that workflows hold', () => {
	const broken = Object.entries(before)
		.filter(([name, what]) => now[name] !== what)
		.map(([name, what]) => `${name} (${what}${name in now ? `; it became: ${now[name]}` : ''})`);
	expect(report(BREAKS, broken)).toBe('');
});

it('has no name or value that nobody looked at', () => {
	const added = Object.keys(now).filter((name) => !(name in before));
	expect(report(ADDED, added)).toBe('');
});
