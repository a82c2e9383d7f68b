/** The fields of the tenant's own making: how the panel shows each type, and how its values are written. */
import { columnOf, customFields } from '../../nodes/declare/customFields';
import { body } from '../../nodes/declare/place';

const context = { timezone: 'Asia/Shanghai' };
const OPTIONS = [
	{ name: '补充医疗 / Health Insurance', value: '6972464088568269101' },
	{ name: '餐补 / Meals, Snacks', value: '6972464088568269102' },
];
const ID = '6972464088568269100';
const param = customFields({
	name: 'Custom Fields',
	description: '',
	to: body('customized_info_list'),
	dependsOn: 'offerForm',
	columns: { name: 'getFields', none: '', load: async () => [] },
});
const columnWith = (type: string, required = false) =>
	columnOf({
		id: ID,
		type,
		name: 'Field',
		required,
		options: /^(corehr_|multi_)?select$/.test(type) ? OPTIONS : [],
	});
const encoded = (type: string, value: unknown) => {
	const column = columnWith(type);
	return param.encode(
		{ mappingMode: 'defineBelow', value: { [column.id]: value }, schema: [column] },
		context,
	);
};

// Single and multiple choice, dates, text, numbers and attachments are the examples of the vendor's page.
it.each([
	['text', 'xxx ', 'xxx '],
	['long_text', 'one\ntwo', 'one\ntwo'],
	['text', 123, '123'],
	['select', '6972464088568269101', '6972464088568269101'],
	['select', 'health insurance', '6972464088568269101'],
	['select', '餐补', '6972464088568269102'],
	['select', '7000000000000000000', '7000000000000000000'],
	['corehr_select', '餐补 / Meals, Snacks', '6972464088568269102'],
	['multi_select', ['补充医疗', '6972464088568269102'], '["6972464088568269101","6972464088568269102"]'],
	['multi_select', '补充医疗, 餐补', '["6972464088568269101","6972464088568269102"]'],
	[
		'multi_select',
		'["6972464088568269101", "6972464088568269102"]',
		'["6972464088568269101","6972464088568269102"]',
	],
	['multi_select', '餐补 / Meals, Snacks', '["6972464088568269102"]'],
	['date_select', '2022-01-01', '{"date":"2022-01-01"}'],
	['date_select', '2021-12-31T16:30:00.000Z', '{"date":"2022-01-01"}'],
	['corehr_date_select', '2022-01-01T00:00:00', '{"date":"2022-01-01"}'],
	['year_select', '2022', '{"date":"2022"}'],
	['year_select', 2022, '{"date":"2022"}'],
	['year_select', '2022-06-01', '{"date":"2022"}'],
	['year_select', '2022年', '{"date":"2022"}'],
	['month_select', '2022-01', '{"date":"2022-01"}'],
	['month_select', '2022年1月', '{"date":"2022-01"}'],
	['month_select', '2022/1', '{"date":"2022-01"}'],
	['month_select', '2022.01', '{"date":"2022-01"}'],
	['date_select', '2022年1月1日', '{"date":"2022-01-01"}'],
	['month_select', '2022-01-15T00:00:00', '{"date":"2022-01"}'],
	['number', 123, '123'],
	['amount', '123.10', '123.10'],
	['formula', '( [6872592813776914699] * 12 + 20 / 2 )', '( [6872592813776914699] * 12 + 20 / 2 )'],
	['boolean', false, 'false'],
	['corehr_boolean', 'true', 'true'],
	['file', '7483412052430997804', '[{"common_attachment_id":"7483412052430997804"}]'],
	['corehr_attachment', ['1', '2'], '[{"common_attachment_id":"1"},{"common_attachment_id":"2"}]'],
	['personnel_select', 'ou_1', 'ou_1'],
	['personnel_multi_select', 'ou_1, ou_2', '["ou_1","ou_2"]'],
	['city_single_select', 'CN_1', 'CN_1'],
	['a_type_of_tomorrow', 'x', 'x'],
])('writes a %s of %j as %j', (type, value, wire) => {
	expect(encoded(type, value)).toEqual([{ id: ID, value: wire }]);
});

const CLOSE = [
	{ name: '前端 / 后端', value: '6972464088568269103' },
	{ name: '前端', value: '6972464088568269104' },
	{ name: '意外险 / Insurance', value: '6972464088568269105' },
	{ name: '补充医疗 / Insurance', value: '6972464088568269106' },
	{ name: 'P6', value: '6972464088568269107' },
	{ name: '2024', value: '6972464088568269108' },
];

const chosen = (type: string, value: unknown) => {
	const column = columnOf({ id: ID, type, name: 'Field', required: false, options: CLOSE });
	const [{ value: wire } = {}] = param.encode(
		{ value: { [column.id]: value }, schema: [{ ...column, options: CLOSE }] },
		context,
	) as Array<{ value?: string }>;
	return wire;
};

it('takes the whole name of an option before a half of another, and letters of any width', () => {
	expect(chosen('select', '前端')).toBe('6972464088568269104');
	expect(chosen('select', '后端')).toBe('6972464088568269103');
	expect(chosen('multi_select', '前端, 后端')).toBe('["6972464088568269104","6972464088568269103"]');
	expect(chosen('select', 'Ｐ６')).toBe('6972464088568269107');
});

it('guesses no option: not of two with one name, nor an ID from a year', () => {
	expect(() => chosen('select', 'insurance')).toThrow(/means several options: "insurance"/);
	expect(() => chosen('select', '2025')).toThrow(/has no option "2025"/);
	expect(chosen('select', '2024')).toBe('6972464088568269108');
});

it.each([
	['multi_select', ' '],
	['multi_select', '[]'],
	['multi_select', ', '],
	['multi_select', [null, '']],
	['personnel_multi_select', '\u3000'],
	['file', '[]'],
	['select', ' '],
	['text', '\u00a0'],
	['number', ' '],
	['boolean', ' '],
	['date_select', '\u3000'],
])('sends nothing, and erases nothing, for a blank %s of %j', (type, value) => {
	expect(encoded(type, value)).toEqual([]);
	const column = columnWith(type, true);
	expect(() => param.encode({ value: { [column.id]: value }, schema: [column] }, context)).toThrow(
		/^'?.*has no 'Field/,
	);
});

it('leaves blank parts of a list out', () => {
	expect(encoded('multi_select', ['补充医疗', null, ' '])).toEqual([
		{ id: ID, value: '["6972464088568269101"]' },
	]);
});

it.each([
	['select', 'Parking', /'Field \(one of a list\)' has no option "Parking"/],
	['multi_select', '补充医疗, Parking', /has no option "Parking"/],
	['date_select', 'soon', /'Field \(date\)' is no date/],
	['month_select', '2022-13', /is no month/],
	// A spreadsheet's 2022.10.
	['month_select', 2022.1, /is no date/],
	['year_select', 'twenty', /is no date/],
	['number', '12,500', /is no amount/],
	['amount', '1 CNY', /is no amount/],
	['boolean', 'perhaps', /is neither true nor false/],
	['file', 'letter.pdf', /is not an ID/],
])('refuses a %s of %j', (type, value, problem) => {
	expect(() => encoded(type, value)).toThrow(problem);
});

it('names the options to use in place of one that there is not', () => {
	expect(() => encoded('select', 'Parking')).toThrow(
		expect.objectContaining({
			mend: expect.stringContaining('餐补 / Meals, Snacks (6972464088568269102)') as string,
		}),
	);
});

it('sends no field that is left empty, and none where the panel was never touched', () => {
	for (const empty of ['', null, undefined, []]) expect(encoded('text', empty)).toEqual([]);
	expect(param.encode({ mappingMode: 'defineBelow', value: null }, context)).toEqual([]);
});

it('does not do without a field that the form requires', () => {
	const column = columnWith('text', true);
	const given = (value: object | null) => param.encode({ value, schema: [column] }, context);
	expect(() => given({ [column.id]: '' })).toThrow("has no 'Field (text)'");
	expect(() => given({})).toThrow("has no 'Field (text)'");
	expect(given({ [column.id]: 'x' })).toEqual([{ id: ID, value: 'x' }]);
	expect(given(null)).toEqual([]);
});

it('needs nothing but the name of the column to know the type', () => {
	expect(param.encode({ value: { [`${ID}:date_select`]: '2022-01-01' } }, context)).toEqual([
		{ id: ID, value: '{"date":"2022-01-01"}' },
	]);
	expect(param.encode({ value: { [ID]: 'x' } }, context)).toEqual([{ id: ID, value: 'x' }]);
});

it.each([
	['text', 'string', 'Field (text)'],
	['select', 'options', 'Field (one of a list)'],
	[
		'multi_select',
		'string',
		'Field (names or IDs with commas: 补充医疗 / Health Insurance, 餐补 / Meals, Snacks)',
	],
	['date_select', 'dateTime', 'Field (date)'],
	['month_select', 'dateTime', 'Field (month)'],
	['year_select', 'string', 'Field (year)'],
	['amount', 'number', 'Field (amount)'],
	['corehr_boolean', 'boolean', 'Field (yes or no)'],
	['file', 'string', 'Field (IDs of attachments)'],
])('asks for a %s as a %s, called %j', (type, input, displayName) => {
	expect(columnWith(type)).toMatchObject({ id: `${ID}:${type}`, type: input, displayName });
});

it('asks for a choice whose list is not known as text', () => {
	const column = columnOf({ id: ID, type: 'corehr_select', name: 'Field', required: false, options: [] });
	expect(column.type).toBe('string');
});
