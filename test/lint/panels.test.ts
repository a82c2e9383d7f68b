import type { INodePropertyOptions } from 'n8n-workflow';

import { builtCredential, builtNode, classNameOf } from '../package/built';
import { readManifest, sourceOf } from '../package/manifest';
import { credentialRules, faultyCredential, faultyPanel, panelRules } from './faultyPanel';
import { lintSources } from './lintSources';
import type { Source } from './lintSources';
import { printCredential, printNode } from './printSource';

const { n8n } = readManifest();

const rulesThatFind = (source: Source): (string | null)[] =>
	[...new Set(lintSources([source]).map(({ ruleId }) => ruleId))].sort();

const printedNodes = (): Source[] =>
	n8n.nodes.map((file) => ({
		filePath: sourceOf(file),
		text: printNode(classNameOf(file), builtNode(file)),
	}));

const printedCredentials = (): Source[] =>
	n8n.credentials.map((file) => ({
		filePath: sourceOf(file),
		text: printCredential(classNameOf(file), builtCredential(file)),
	}));

describe('a panel written out as source', () => {
	it('is linted by rules that find faults in nodes', () => {
		const text = printNode('FeishuHireOffer', { description: faultyPanel });
		const filePath = 'nodes/FeishuHireOffer/FeishuHireOffer.node.ts';
		expect(rulesThatFind({ filePath, text })).toEqual(panelRules);
	}, 60_000);

	it('is linted by rules that find faults in credentials', () => {
		const text = printCredential('FeishuHireApi', faultyCredential);
		const filePath = 'credentials/FeishuHireApi.credentials.ts';
		expect(rulesThatFind({ filePath, text })).toEqual(credentialRules);
	}, 60_000);

	it('is free of findings, for every node and credential', () => {
		expect(lintSources([...printedNodes(), ...printedCredentials()])).toEqual([]);
	}, 120_000);

	it('refuses what is no data, instead of leaving it out', () => {
		const description = { ...faultyPanel, version: (() => 1) as unknown as number };
		expect(() => printNode('FeishuHireOffer', { description })).toThrow('description.version is a function');
	});
});

// The rule for it looks no further than the first operation with an action.
it.each(n8n.nodes)('every operation in %s has an action for the list of actions', (file) => {
	const operations = builtNode(file)
		.description.properties.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);
	expect(operations.length).toBeGreaterThan(0);
	for (const operation of operations)
		expect(operation).toHaveProperty('action', expect.stringMatching(/^[A-Z]/));
});
