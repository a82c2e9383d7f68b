/**
 * The names and values that users' workflows hold may never change. After an addition:
 * UPDATE_GOLDEN=1 npx jest test/golden
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, refused, type Meant } from './renew';
import { savedNames, type Saved } from './saved';

const FILE = join(__dirname, 'saved.json');
const read = <T>(name: string) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;

const now = savedNames();
const meant = read<Meant[]>('meant.json');

const BREAKS =
	'Workflows that users saved would break. Bring back what is below; or, where it is meant and nobody has it yet, put it into test/golden/meant.json with the reason and run UPDATE_GOLDEN=1 npx jest test/golden.';
const ADDED =
	'New names, which can never change once they are released. If they are as they shall be, run UPDATE_GOLDEN=1 npx jest test/golden.';

function demandNone(what: object, message: string): void {
	if (Object.keys(what).length > 0) throw new Error(`${message}\n${JSON.stringify(what, null, 2)}`);
}

it('a renewal changes no name or value without a reason', () => {
	if (process.env.UPDATE_GOLDEN !== '1') return;
	demandNone(refused(read<Saved>('saved.json'), now, meant), BREAKS);
	writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
});

it('every name and value that workflows hold is kept', () => {
	demandNone(compare(read<Saved>('saved.json'), now).broken, BREAKS);
});

it('there is no name or value that nobody looked at', () => {
	demandNone(compare(read<Saved>('saved.json'), now).added, ADDED);
});
