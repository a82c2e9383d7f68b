import type { INodePropertyOptions } from 'n8n-workflow';

import { builtCredential, builtNode, classNameOf } from '../package/built';
import { readManifest, sourceOf } from '../package/manifest';
import { credentialRules, faultyCredential, faultyPanel, panelRules } from './faultyPanel';
import { lintSources } from './lintSources';
import type { Finding, Source } from './lintSources';
import { printCredential, printNode } from './printSource';

const { n8n } = readManifest();

const faultyNode: Source = {
	filePath: 'nodes/FeishuHireOffer/FeishuHireOffer.node.ts',
	text: printNode('FeishuHireOffer', { description: faultyPanel }),
};

const faultyLogin: Source = {
	filePath: 'credentials/FeishuHireApi.credentials.ts',
	text: printCredential('FeishuHireApi', faultyCredential),
};

const printedPack = (): Source[] => [
	...n8n.nodes.map((file) => ({
		filePath: sourceOf(file),
		text: printNode(classNameOf(file), builtNode(file)),
	})),
	...n8n.credentials.map((file) => ({
		filePath: sourceOf(file),
		text: printCredential(classNameOf(file), builtCredential(file)),
	})),
];

const rulesIn = (findings: Finding[] = []) => [...new Set(findings.map(({ ruleId }) => ruleId))].sort();

describe('a panel written out as source', () => {
	let inFaultyNode: Finding[] | undefined;
	let inFaultyLogin: Finding[] | undefined;
	let inPack: Finding[][];
	beforeAll(() => {
		[inFaultyNode, inFaultyLogin, ...inPack] = lintSources([faultyNode, faultyLogin, ...printedPack()]);
	}, 120_000);

	it('is linted by rules that find faults in nodes', () => {
		expect(rulesIn(inFaultyNode)).toEqual(panelRules);
	});

	it('is linted by rules that find faults in credentials', () => {
		expect(rulesIn(inFaultyLogin)).toEqual(credentialRules);
	});

	it('is free of findings, for every node and credential', () => {
		expect(inPack).toHaveLength(n8n.nodes.length + n8n.credentials.length);
		expect(inPack.flat()).toEqual([]);
	});

	it('refuses what is no data, instead of leaving it out', () => {
		const description = { ...faultyPanel, version: (() => 1) as unknown as number };
		expect(() => printNode('FeishuHireOffer', { description })).toThrow('description.version is a function');
	});
});

// The rule for it looks no further than the first operation with an action.
it.each(n8n.nodes.filter((file) => !file.includes('Trigger')))(
	'every operation in %s has an action for the list of actions',
	(file) => {
		const operations = builtNode(file)
			.description.properties.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => options as INodePropertyOptions[]);
		expect(operations.length).toBeGreaterThan(0);
		for (const operation of operations)
			expect(operation).toHaveProperty('action', expect.stringMatching(/^[A-Z]/));
	},
);
