import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { INodeTypeDescription } from 'n8n-workflow';

import { builtNode } from '../package/built';
import { packageRoot, readManifest, sourceOf } from '../package/manifest';
import { filesBelow } from '../package/sourceTree';
import { words } from '../contract/words';
import { choicesOf, difference, keysOf, skeleton } from './skeleton';
import type { Choice, Texts } from './skeleton';

const translations = filesBelow('nodes').filter((file) => /\/translations\/zh-CN\/[^/]+\.json$/.test(file));

/** The description of the node beside which a translation lies, if n8n would look for it under that name. */
function translatedNode(file: string): INodeTypeDescription | undefined {
	const folder = dirname(dirname(dirname(file)));
	return readManifest()
		.n8n.nodes.filter((compiled) => dirname(sourceOf(compiled)) === folder)
		.map((compiled) => builtNode(compiled).description)
		.find(({ name }) => name === basename(file, '.json'));
}

const panel: INodeTypeDescription = {
	displayName: 'Node',
	name: 'node',
	group: ['transform'],
	version: 1,
	description: 'A node',
	defaults: {},
	inputs: [],
	outputs: [],
	properties: [
		{ displayName: 'Secret', name: 'secret', type: 'hidden', default: '' },
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 1,
			options: [{ name: 'Sent', value: 1, description: 'It went out' }],
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 2,
			options: [{ name: 'Accepted', value: 2 }],
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ displayName: 'Owner', name: 'owner', type: 'string', default: '', hint: 'Who' }],
		},
		{
			displayName: 'Answers',
			name: 'answers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Answer' },
			default: {},
			options: [
				{
					displayName: 'Answer',
					name: 'answer',
					values: [{ displayName: 'Text', name: 'text', type: 'string', default: '' }],
				},
			],
		},
	],
};

describe('the skeleton of a translation', () => {
	it('has every text of the panel where the editor looks for it', () => {
		expect(skeleton(panel)).toEqual({
			header: { displayName: 'Node', description: 'A node' },
			nodeView: {
				status: {
					displayName: 'Status',
					options: {
						1: { displayName: 'Sent', description: 'It went out' },
						2: { displayName: 'Accepted' },
					},
				},
				additionalFields: {
					displayName: 'Additional Fields',
					placeholder: 'Add Field',
					options: { owner: { displayName: 'Owner', hint: 'Who' } },
				},
				answers: {
					displayName: 'Answers',
					multipleValueButtonText: 'Add Answer',
					options: { answer: { displayName: 'Answer', values: { text: { displayName: 'Text' } } } },
				},
			},
		});
	});

	it('shows what a translation lacks and what it has too much', () => {
		const translation: Texts = { header: { displayName: '节点', title: '?' }, nodeView: {} };
		const { missing, stale } = difference(translation, skeleton(panel));
		expect(stale).toEqual(['header.title']);
		expect(missing).toEqual(keysOf(skeleton(panel)).filter((key) => key !== 'header.displayName'));
	});
});

/** What a value of Feishu's lists is called in place of what words.ts says. Other lists are the panel's own. */
function mistranslated({ english, chinese, more }: Choice): string[] {
	const [word, names] = Object.entries(words).find(([, [name]]) => name === english) ?? [];
	if (word === undefined || names === undefined) return [];
	if (chinese !== names[1]) return [`${english} is ${names[1]}, and called ${chinese}`];
	// Who knows the word from Feishu finds it in the name or beside it.
	return /\p{Script=Han}/u.test(word) && !`${chinese} ${more}`.includes(word)
		? [`${english} lacks ${word}`]
		: [];
}

/** The Chinese texts of a node, from where n8n looks for them: beside the compiled node. */
const chineseOf = (compiled: string, { name }: INodeTypeDescription): Texts => {
	const file = join(packageRoot, dirname(compiled), 'translations/zh-CN', `${name}.json`);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {};
};

it('every translation lies beside a node, under its name', () => {
	expect(translations.filter((file) => !translatedNode(file))).toEqual([]);
});

describe.each(readManifest().n8n.nodes)('the Chinese texts of %s', (compiled) => {
	const { description } = builtNode(compiled);
	const panel = skeleton(description);
	const chinese = chineseOf(compiled, description);

	it('are all that the panel has, and no others', () => {
		expect(difference(chinese, panel)).toEqual({ missing: [], stale: [] });
		expect(JSON.stringify(chinese)).not.toContain('""');
	});

	it('call the values of lists what their English names mean', () => {
		expect(choicesOf(panel, chinese).flatMap(mistranslated)).toEqual([]);
	});
});
