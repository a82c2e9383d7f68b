import { judge } from './machine';

const rich = { freeGb: 3, online: true, missingTools: [] };

test.each(['20.19.0', '22.0.0', '24.21.0'])('nothing is missing with Node.js %s', (node) => {
	expect(judge({ node }, 2.2)).toEqual({ missing: [], remarks: [] });
	expect(judge({ node, toInstall: rich }, 2.2)).toEqual({ missing: [], remarks: [] });
});

test.each(['20.18.3', '18.20.0'])('Node.js %s is too old', (node) => {
	expect(judge({ node }, 2.2).missing).toEqual([`Node.js 20.19 or newer: this one is ${node}.`]);
});

test('all that is missing is said at once', () => {
	const toInstall = { freeGb: 2.1, online: false, missingTools: ['g++'] };
	expect(judge({ node: '20.19.0', toInstall }, 2.2)).toEqual({
		missing: [
			'2.2 GB of free disk for n8n: there are 2.1 GB.',
			'The npm registry, from which n8n is installed: "npm ping" cannot reach it.',
		],
		remarks: [expect.stringMatching(/^Without g\+\+ .* only where no ready-made ones/)],
	});
});

test('a missing compiler alone keeps nobody from beginning', () => {
	const toInstall = { ...rich, missingTools: ['python3', 'make', 'g++'] };
	expect(judge({ node: '20.19.0', toInstall }, 2.2).missing).toEqual([]);
});
