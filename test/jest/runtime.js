require('../environment.js');
const { default: Runtime } = require('jest-runtime');

const OF_N8N = /^n8n-(core|workflow)(\/|$)/;

/** What n8n's packages and the rest ask `instanceof`: of each there is one. */
const ONE_OF_EACH = {
	AggregateError,
	Date,
	Error,
	RangeError,
	ReferenceError,
	SyntaxError,
	TypeError,
	URIError,
};

/**
 * Loads n8n's own packages once for all test files of a worker, as n8n has them once for all nodes: anew for each file,
 * that would take longer than the tests of most. The pack, the simulator and the tests stay fresh in each file.
 */
module.exports = class extends Runtime {
	constructor(config, environment, ...more) {
		Object.assign(environment.global, ONE_OF_EACH);
		// Jest gives each file a copy; n8n's packages look at the one of the process.
		environment.global.process.env = process.env;
		super(config, environment, ...more);
	}

	requireModuleOrMock(from, name) {
		return OF_N8N.test(name) ? require(name) : super.requireModuleOrMock(from, name);
	}
};
