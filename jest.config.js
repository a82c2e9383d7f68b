/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// All cores: jest leaves one free, and on two that is half of the speed.
	maxWorkers: '100%',
	// Each file loads n8n's core anew, and a worker keeps much of it: a fresh one is faster than its garbage collector.
	workerIdleMemoryLimit: '500MB',
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
	setupFiles: ['<rootDir>/test/environment.ts'],
};
