const { rmSync } = require('node:fs');
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

exports.build = series(clean, parallel(compile, assets), metadata);
