/** @type {import('jest').Config} */
module.exports = {
	...require('../../jest.config.js'),
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
	globalSetup: '<rootDir>/test/e2e/build.ts',
	// A browser on two busy cores may stall: what fails is told, and tried once more.
	setupFilesAfterEnv: ['<rootDir>/test/e2e/onceMore.ts'],
	testTimeout: 180_000,
};
