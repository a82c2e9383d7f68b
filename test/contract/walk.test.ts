/** The reading of the vendor's descriptors and of parameters, on shapes that later operations will have. */
import { idList, text } from '../../nodes/declare/params';
import { body, path } from '../../nodes/declare/place';
import { nodeFields, vendorFields } from './fields';
import { allowedValues, vendorRoutes } from './vendor';

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
			offerId: text({ name: 'Offer ID', description: '', to: path('offer_id') }),
			salary: note('basic.salary'),
			list: { ...list, fields: { value: note('value') } },
			group: { ...note('group'), fields: { inner: note('inner') } },
		},
		'body',
	);
	expect([...fields.keys()]).toEqual(['basic.salary', 'list[].value', 'group.inner']);
});

it.each([
	['numbers', { type: 'number', description: 'Status Options:2(a),-1(b (c), d),10(e)' }, [2, -1, 10]],
	[
		'words',
		{ type: 'string', description: 'Type Options:open_id(By open_id),user_id(x)' },
		['open_id', 'user_id'],
	],
	['an enumeration', { type: 'string', enum: ['a', 'b'] }, ['a', 'b']],
	['items', { type: 'array', items: { type: 'number' }, description: 'Options:1(a),2(b)' }, [1, 2]],
	['no list', { type: 'string', description: 'Radio option' }, undefined],
])('reads allowed values from %s', (_, schema, values) => {
	expect(allowedValues(schema)).toEqual(values);
});
