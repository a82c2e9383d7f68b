/** Checks that what is here can be released, and says what to do then. Publishes nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Saved } from '../golden/saved';
import { step } from '../n8n/progress';
import { run } from '../n8n/run';
import { lastRelease, openFaults, versionFaults } from './checks';
import { scan } from './scan';

const project = join(__dirname, '..', '..');
const here = { cwd: project };
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const readVersion = (file: string) => (JSON.parse(read(file)) as { version: string }).version;
const saved = (text: string) => JSON.parse(text) as Saved;
const golden = 'test/golden/saved.json';

const { tag } = parseArgs({ options: { tag: { type: 'string' } } }).values;
const manifest = readVersion('package.json');

async function checkTree(): Promise<string[]> {
	const changed = await run('git', ['status', '--porcelain'], here);
	return changed === '' ? [] : [`Not committed:\n${changed.trimEnd()}`];
}

const tags = async () => (await run('git', ['tag', '--list'], here)).split('\n').filter(Boolean);

const checkVersions = async () =>
	versionFaults({
		manifest,
		lock: readVersion('package-lock.json'),
		changelog: read('CHANGELOG.md'),
		tag,
		tags: await tags(),
	});

async function checkSaved(): Promise<string[]> {
	const last = lastRelease(await tags(), manifest);
	if (!last) {
		console.log('  This is the first release: there are no saved workflows yet.');
		return [];
	}
	return openFaults(saved(await run('git', ['show', `${last}:${golden}`], here)), saved(read(golden)));
}

/** Runs what fails with words of its own. */
const succeeds = async (program: string, args: string[]): Promise<string[]> =>
	await run(program, args, here).then(
		() => [],
		(error: unknown) => [error instanceof Error ? error.message : String(error)],
	);

const checks: ReadonlyArray<[what: string, check: () => Promise<string[]>]> = [
	['All is committed', checkTree],
	['One version in manifest, lock file, changelog and tag', checkVersions],
	['Workflows saved with the last version still open', checkSaved],
	['The pack builds', async () => await succeeds('npm', ['run', 'build'])],
	['Both linters', async () => await succeeds('npm', ['run', 'lint'])],
	[
		'Contents of the package, names in saved workflows, and linters on the panels',
		async () => await succeeds('npx', ['jest', 'test/package', 'test/golden', 'test/lint']),
	],
	["n8n's scan of community packages", async () => await scan(project)],
];

async function main(): Promise<number> {
	const faults: string[] = [];
	for (const [what, check] of checks) {
		const found = await step(what, check);
		faults.push(...found);
		for (const fault of found) console.error(`  ✗ ${fault}`);
	}
	if (faults.length > 0) {
		console.error(`\n${manifest} cannot be released yet.`);
		return 1;
	}
	console.log(`\n${manifest} can be released.`);
	if (tag === undefined) {
		console.log(`Next, on main, once its tests have passed on GitHub:

  git tag -a v${manifest} -m "${manifest}"
  git push origin v${manifest}

The tag lets GitHub publish it to npm. When it is there, n8n's scan can look at it as published:

  npx @n8n/scan-community-package n8n-nodes-feishu-hire@${manifest}`);
	}
	return 0;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
