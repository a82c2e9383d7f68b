const { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { spawnSync } = require('node:child_process');
const { dest, parallel, series, src } = require('gulp');

const clean = (done) => {
	rmSync('dist', { recursive: true, force: true });
	done();
};

const run = (program) => {
	const { status } = spawnSync(process.execPath, [require.resolve(program)], { stdio: 'inherit' });
	if (status !== 0) throw new Error(`${program} failed`);
};

const compile = async () => run('typescript/bin/tsc');

/** Icons, codex files and translations: what tsc leaves behind. */
const assets = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/translations/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

/**
 * dist/known and dist/types, from which n8n's LazyPackageDirectoryLoader knows the panels without loading a node,
 * and dist/methods, which nothing reads.
 */
const metadata = async () => {
	run('n8n-core/bin/generate-metadata');
	rmSync('dist/methods', { recursive: true });
};

/** What each operation gives: n8n's editor shows it of a node that never ran. */
const schemas = async () => {
	const { schemaOf } = require('./dist/nodes/declare/schema');
	for (const node of readdirSync('dist/nodes')) {
		const list = resolve('dist/nodes', node, 'operations/index.js');
		for (const operation of existsSync(list) ? Object.values(require(list)) : []) {
			// All nodes are of version 1, which n8n writes with three numbers here.
			const folder = join('dist/nodes', node, '__schema__/v1.0.0', operation.resource);
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, `${operation.value}.json`), JSON.stringify(schemaOf(operation)));
		}
	}
};

exports.build = series(clean, parallel(compile, assets), metadata, schemas);
