const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// What a file leaves is not cleaned up property by property: some of it is shared with n8n's packages.
	testEnvironmentOptions: { globalsCleanup: 'off' },
	// More than cores: many tests wait for a time-out or a repeat.
	maxWorkers: availableParallelism() + 2,
	// n8n's sleep, of which a wait is made in slices of a second, leaves its timer when it is ended.
	workerGracefulExitTimeout: 3_000,
	runtime: '<rootDir>/test/jest/runtime.js',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	modulePathIgnorePatterns: ['<rootDir>/test/n8n/.*/node_modules/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// Five seconds, the default, are not enough for a machine that stalls.
	testTimeout: 30_000,
};
