const { rmSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { dest, parallel, series, src } = require('gulp');

const clean = (done) => {
	rmSync('dist', { recursive: true, force: true });
	done();
};

const compile = (done) => {
	const { status } = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
	done(status === 0 ? undefined : new Error('tsc failed'));
};

/** Icons, codex files and translations: what tsc leaves behind. */
const assets = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/translations/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.build = series(clean, parallel(compile, assets));
