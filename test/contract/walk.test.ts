/** The reading of the vendor's descriptors and of parameters, on shapes that later operations will have. */
import { idList, text } from '../../nodes/declare/params';
import { body, path } from '../../nodes/declare/place';
import { nodeFields, vendorFields } from './fields';
import { vendorLabels, vendorRoutes, type Schema } from './vendor';

const note = (key: string) => text({ name: 'Note', description: '', to: body(key) });

it('reads all routes of Feishu Hire', () => {
	expect(vendorRoutes.size).toBeGreaterThan(170);
});

it('reads nested objects, lists of objects, and what is required in them', () => {
	const fields = vendorFields({
		type: 'object',
		required: ['list', 'basic', 'id'],
		properties: {
			id: { type: 'string' },
			basic: {
				type: 'object',
				required: ['salary'],
				properties: { salary: { type: 'string' }, share: { type: 'string' } },
			},
			optional: { type: 'object', required: ['inner'], properties: { inner: { type: 'number' } } },
			list: {
				type: 'array',
				items: {
					type: 'object',
					required: ['key'],
					properties: { key: { type: 'string' }, value: { type: 'string' } },
				},
			},
			ids: { type: 'array', items: { type: 'string' } },
		},
	});
	expect([...fields].map(([key, { required }]) => [key, required])).toEqual([
		['id', true],
		['basic.salary', true],
		['basic.share', false],
		['optional.inner', false],
		['list[].key', true],
		['list[].value', false],
		['ids', false],
	]);
});

it('reads parameters with dots and with others in them', () => {
	const list = {
		...idList({ name: 'List', description: '', to: body('list'), things: 'rows' }),
		isList: true,
	};
	const fields = nodeFields(
		{
			offerId: text({ name: 'Offer', description: '', to: path('offer_id') }),
			salary: note('basic.salary'),
			list: { ...list, fields: { value: note('value') } },
			group: { ...note('group'), fields: { inner: note('inner') } },
		},
		'body',
	);
	expect([...fields.keys()]).toEqual(['basic.salary', 'list[].value', 'group.inner']);
});

it.each<[string, Schema, Record<string, string> | undefined]>([
	[
		'numbers',
		{ type: 'number', description: '状态 Options:2(甲),-1(乙 (丙), 丁),10(戊)' },
		{ 2: '甲', '-1': '乙 (丙), 丁', 10: '戊' },
	],
	[
		'words',
		{ type: 'string', description: '类型 Options:open_id(甲),user_id(乙)' },
		{ open_id: '甲', user_id: '乙' },
	],
	['an enumeration', { type: 'string', enum: ['a', 'b'] }, { a: '', b: '' }],
	['one constant', { type: 'string', const: 'a', description: 'Options:a(甲)' }, { a: '甲' }],
	[
		'items',
		{ type: 'array', items: { type: 'number' }, description: 'Options:1(甲),2(乙)' },
		{ 1: '甲', 2: '乙' },
	],
	['a sentence', { type: 'number', description: '类型，可选值：「1:甲，2:乙」' }, { 1: '甲', 2: '乙' }],
	[
		'a list in a sentence',
		{ type: 'string', description: '**可选值有**：- `1`：甲- `2`：乙' },
		{ 1: '甲', 2: '乙' },
	],
	['no list', { type: 'string', description: '长度 1：2' }, undefined],
])('reads values and what they are called from %s', (_, schema, labels) => {
	const read = vendorLabels(schema);
	expect(read && Object.fromEntries(read)).toEqual(labels);
	const type = schema.items?.type ?? schema.type;
	for (const value of read?.keys() ?? []) expect(typeof value).toBe(type);
});
