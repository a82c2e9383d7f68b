import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { declared } from '../contract/declared';
import { packageRoot, readManifest } from './manifest';
import { isForbidden, modulesOf } from './requires';
import { expectedInDist, filesBelow } from './sourceTree';

interface Packed {
	files: { path: string }[];
}

const packed = ((): string[] => {
	const [pack] = JSON.parse(
		execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
			cwd: packageRoot,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	) as Packed[];
	return (pack?.files ?? []).map(({ path }) => path).sort();
})();

const sources = [...filesBelow('credentials'), ...filesBelow('nodes')];
const manifest = readManifest();

describe('the published package', () => {
	it('holds the build of every source file, what n8n reads at its start, what each operation gives, the manifest, the readme and the licence, and nothing else', () => {
		expect(packed).toEqual(
			[
				'LICENSE.md',
				'README.md',
				'package.json',
				'dist/known/credentials.json',
				'dist/known/nodes.json',
				'dist/types/credentials.json',
				'dist/types/nodes.json',
				...expectedInDist(sources),
				...declared.map(
					({ folder, operation: { resource, value } }) =>
						`dist/nodes/${folder}/__schema__/v1.0.0/${resource}/${value}.json`,
				),
			].sort(),
		);
	});

	it('holds every node and credential that n8n is told of, with icon and codex file', () => {
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) expect(packed).toContain(file);
		for (const file of manifest.n8n.nodes) expect(packed).toContain(file.replace(/\.js$/, '.json'));
	});

	it('lists every node and credential of the source tree for n8n', () => {
		const listed = [...manifest.n8n.credentials, ...manifest.n8n.nodes].sort();
		expect(listed).toEqual(expectedInDist(sources.filter((file) => /\.(node|credentials)\.ts$/.test(file))));
		expect(listed.length).toBeGreaterThan(1);
	});

	it('needs nothing at run time', () => {
		expect(manifest.dependencies).toBeUndefined();
	});

	it.each(packed.filter((file) => file.endsWith('.js')))('%s loads what n8n allows', (file) => {
		expect(modulesOf(readFileSync(join(packageRoot, file), 'utf8')).filter(isForbidden)).toEqual([]);
	});
});

describe('the checks above', () => {
	it('expect modules for code and the same file for the rest', () => {
		expect(
			expectedInDist(['nodes/A/A.node.ts', 'nodes/A/A.node.json', 'nodes/A/a.svg', 'nodes/A/notes.txt']),
		).toEqual(['dist/nodes/A/A.node.js', 'dist/nodes/A/A.node.json', 'dist/nodes/A/a.svg']);
	});

	it('see every way of loading a module', () => {
		const code = `const a = require('axios'); import('node:fs'); import x from "luxon"; require(name);
			require('./near'); require('n8n-workflow'); require('node:crypto'); // require('comment')`;
		expect(modulesOf(code).filter(isForbidden)).toEqual(['axios', 'node:fs', 'luxon', '(computed)']);
	});
});

describe('the project', () => {
	it('installs the same packages everywhere', () => {
		const lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
			packages: Record<string, { devDependencies?: object }>;
		};
		const own = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
			devDependencies: object;
		};
		expect(lock.packages['']?.devDependencies).toEqual(own.devDependencies);
	});

	it('installs on every supported Node.js, where a package of n8n does not compile', () => {
		expect(readFileSync(join(packageRoot, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
	});
});
