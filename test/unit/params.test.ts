/** Encoders: what a value of the panel or of an expression becomes on the wire, and what is refused. */
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { InvalidValue } from '../../nodes/declare/invalid';
import {
	choice,
	choices,
	date,
	id,
	idList,
	nameList,
	text,
	timestamp,
	type Param,
	type Wire,
} from '../../nodes/declare/params';
import { body, path } from '../../nodes/declare/place';

const ID = '6960663240925956401';
const common = { description: '' };

const encode = (param: Param, value: unknown, timezone = 'Asia/Shanghai'): Wire =>
	param.encode(value, { timezone });

function refusal(param: Param, value: unknown): InvalidValue {
	let wire: Wire;
	try {
		wire = encode(param, value);
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error(`${String(value)} was encoded as ${JSON.stringify(wire)}`);
}

describe('id', () => {
	const anId = id({ ...common, name: 'Offer', to: path('offer_id') });

	it.each([
		['text', ID, ID],
		['text in spaces and line breaks', ` \t${ID}\r\n`, ID],
		['text in no-break and ideographic spaces', `\u00a0${ID}\u3000`, ID],
		['full-width digits', '６９６０６６３２４０９２５９５６４０１', ID],
		['marks that nobody sees', `\u202a${ID}\u200b`, ID],
		['the apostrophe of a spreadsheet', `'${ID}`, ID],
		['a number that is exact', 12312312312, '12312312312'],
		['the largest exact number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['a bigint', 6960663240925956401n, ID],
	])('takes %s', (_, value, wire) => {
		expect(encode(anId, value)).toBe(wire);
	});

	it('keeps every digit of any ID', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{15,18}$/), (digits) =>
				expect(encode(anId, digits)).toBe(digits),
			),
		);
	});

	it.each([
		['the first number that is not exact', 2 ** 53],
		['a number of 19 digits', Number(ID)],
		['a number of 22 digits', 1e21],
		['what a spreadsheet shows', '6.96E+18'],
		['what a spreadsheet shows with all its digits', '6.960663240926e+18'],
		['what a spreadsheet shows in Germany', '6,96E+18'],
	])('says of %s that it has lost digits', (_, value) => {
		expect(refusal(anId, value).problem).toContain('lost its last digits');
		expect(refusal(anId, value).mend).toMatch(/as text/);
	});

	it.each([
		['a fraction', 0.5],
		['a negative number', -7],
		['a large negative number', -1e19],
		['not a number', Number.NaN],
		['infinity', Number.POSITIVE_INFINITY],
		['nothing', ''],
		['spaces', '   '],
		['Arabic digits', '٦٩٦٠٦٦٣'],
		['digits and letters', '6960x'],
		['hexadecimal', '0x1F'],
		['a sign', '+6960663240925956401'],
		['separated thousands', '6,960,663'],
		['two IDs', `${ID},${ID}`],
		['a way up the path', '../offers/1'],
		['a query', `${ID}?user_id_type=open_id`],
		['an encoded slash', '1%2F2'],
		['a null byte', `${ID}\u0000`],
		['an expression that was not resolved', '={{ $json.id }}'],
		['text of undefined', 'undefined'],
		['yes', true],
		['a list', [ID]],
		['an object', { id: ID }],
		['a date', new Date(0)],
	])('refuses %s', (_, value) => {
		const { problem, mend } = refusal(anId, value);
		expect(problem).toMatch(/^is not an ID/);
		expect(mend).toContain('6960663240925956401');
	});
});

describe('nameList', () => {
	const cities = nameList({ ...common, name: 'Cities', to: body('cities') });

	it.each([
		['CN_1, CN_2', ['CN_1', 'CN_2']],
		['CN_1；CN_2、CN_3\nCN_4', ['CN_1', 'CN_2', 'CN_3', 'CN_4']],
		[
			['CN_1', null, ' ', undefined, 'CN_2'],
			['CN_1', 'CN_2'],
		],
	])('takes %j as %j', (value, wire) => expect(encode(cities, value)).toEqual(wire));
});

describe('idList', () => {
	const reasons = idList({
		...common,
		name: 'Reasons',
		to: body('reasons'),
		max: 50,
		things: 'termination reasons',
	});
	const unbounded = idList({
		...common,
		name: 'Reasons',
		to: body('reasons'),
		things: 'termination reasons',
	});
	const [A, B] = ['6891560630172518670', '6891560630172518671'];

	it.each([
		['an array', [A, B]],
		['an array with spaces', [` ${A}`, `${B}\n`]],
		['commas', `${A},${B}`],
		['commas, spaces and an end', ` ${A} , ${B}, `],
		['Chinese commas', `${A}，${B}`],
		['Chinese enumeration commas', `${A}、${B}`],
		['semicolons', `${A};${B}；`],
		['lines', `${A}\r\n${B}\n`],
		['JSON', JSON.stringify([A, B])],
		['JSON without quotation marks', `[${A}, ${B}]`],
		['an array of exact numbers and bigints', [BigInt(A ?? 0), BigInt(B ?? 0)]],
	])('takes %s', (_, value) => {
		expect(encode(reasons, value)).toEqual([A, B]);
	});

	it.each([
		['one ID as text', A, [A]],
		['one exact number', 42, ['42']],
		['numbers within', [1, '2', 3n], ['1', '2', '3']],
		['an empty array', [], []],
		['empty text', '', []],
		['an empty array as JSON', '[]', []],
		['the same ID twice', [A, A], [A, A]],
		['an array with empty cells', [A, '', null, ' \u3000', B], [A, B]],
		['only empty cells', ['', null, undefined], []],
	])('takes %s', (_, value, wire) => {
		expect(encode(reasons, value)).toEqual(wire);
	});

	it('loses no digit of any JSON', () => {
		const ids = fc.array(fc.stringMatching(/^[1-9]\d{18}$/), { maxLength: 50 });
		fc.assert(
			fc.property(ids, (list) => {
				expect(encode(reasons, `[${list.join(',')}]`)).toEqual(list);
				expect(encode(reasons, JSON.stringify(list, null, 2))).toEqual(list);
			}),
		);
	});

	it.each([
		['a number that lost digits', [A, Number(B)]],
		['a nested array', [[A], B]],
		['an object', { id: A }],
		['objects', [{ id: A }]],
		['JSON of objects', JSON.stringify([{ id: A }])],
		['words', 'not suitable'],
		['one bad ID among good ones', `${A},x,${B}`],
		['commas within an array', [`${A},${B}`]],
		['yes', true],
	])('refuses %s', (_, value) => {
		expect(refusal(reasons, value).problem).toMatch(/is not an ID|lost its last digits/);
	});

	it('takes as many as the maximum, and not one more', () => {
		const many = (count: number) => Array.from({ length: count }, (_, index) => String(1000 + index));
		expect(encode(reasons, many(50))).toHaveLength(50);
		expect(encode(reasons, many(50).join('，'))).toHaveLength(50);
		for (const value of [many(51), many(51).join(',')]) {
			const { problem, mend } = refusal(reasons, value);
			expect(problem).toBe('has 51 termination reasons; Feishu Hire takes at most 50');
			expect(mend).toContain('50');
		}
		expect(encode(unbounded, many(51))).toHaveLength(51);
	});
});

describe('text', () => {
	const owner = text({ ...common, name: 'Owner', to: body('owner') });

	it.each([
		['text', '张三', '张三'],
		['spaces as they are', ' 已发送 ', ' 已发送 '],
		['lines', 'a\nb', 'a\nb'],
		['an emoji', '👩‍💻', '👩‍💻'],
		['zero', 0, '0'],
		['a number', 729557715718, '729557715718'],
		['a fraction', 1.5, '1.5'],
		['a negative number', -3, '-3'],
		['no', false, 'false'],
		['a bigint', 729557715718729557715718n, '729557715718729557715718'],
		['digits as text', ID, ID],
	])('takes %s', (_, value, wire) => {
		expect(encode(owner, value)).toBe(wire);
	});

	it.each([
		['a list', ['a']],
		['an object', { name: 'a' }],
		['a date', new Date(0)],
		['a Luxon date', DateTime.fromMillis(0)],
		['not a number', Number.NaN],
		['infinity', Number.NEGATIVE_INFINITY],
	])('refuses %s', (_, value) => {
		expect(refusal(owner, value).problem).toMatch(/^is not text/);
	});

	// Two keys of another system that differ in their last digits would become one.
	it.each([Number(ID), 2 ** 53, -1e21])('refuses the number %p, which lost digits', (value) => {
		expect(refusal(owner, value).problem).toContain('lost its last digits');
		expect(refusal(owner, value).mend).toContain('text');
	});
});

describe('choice', () => {
	const status = choice({
		...common,
		name: 'Offer Status',
		to: body('offer_status'),
		options: [
			{ name: 'Sent', value: 6, zh: '已发送 / Offer 已发送' },
			{ name: 'Declined by Candidate', value: 8, zh: 'Offer 被候选人拒绝' },
			{ name: 'Created', value: 10 },
		],
	});
	const leftOut = choice({
		...common,
		name: 'Fields Left Out',
		to: undefined,
		options: [
			{ name: 'Keep', value: 'keep' },
			{ name: 'Clear', value: 'clear' },
		],
		default: 'keep',
	});

	it.each([
		['the value', 6, 6],
		['the value as text', '6', 6],
		['the value as text in spaces', ' 10\n', 10],
		['the name', 'Declined by Candidate', 8],
		['the name in capitals', 'SENT', 6],
		['the Chinese name', 'Offer 被候选人拒绝', 8],
		['the first of two Chinese names', '已发送', 6],
		['the Chinese name in spaces', '\u3000offer 已发送 ', 6],
	])('takes %s', (_, value, wire) => {
		expect(encode(status, value)).toBe(wire);
	});

	it('gives a text where the value is text', () => {
		expect(encode(leftOut, 'Clear')).toBe('clear');
	});

	it.each([
		['an unknown value', 1],
		['an unknown value as text', '11'],
		['a part of a value', '1'],
		['a part of a name', 'Declined'],
		['a fraction', 6.5],
		['a fraction as text', '6.5'],
		['not a number', Number.NaN],
		['nothing', ''],
		['yes', true],
		['a list of one', [6]],
		['a list', [6, 8]],
		['an object', { value: 6 }],
	])('refuses %s, and lists the values', (_, value) => {
		const { problem, mend } = refusal(status, value);
		expect(problem).toMatch(/^cannot be /);
		for (const known of [
			'6 (Sent, 已发送 / Offer 已发送)',
			'8 (Declined by Candidate, Offer 被候选人拒绝)',
			'10 (Created)',
		])
			expect(mend).toContain(known);
	});

	it('has nothing chosen at first, unless the declaration says so', () => {
		expect(status.look).toMatchObject({
			default: '',
			options: [{ name: '- Choose -', value: '' }, {}, {}, {}],
		});
		expect(leftOut.look).toMatchObject({ default: 'keep', options: [{ value: 'keep' }, { value: 'clear' }] });
	});

	it('shows the Chinese name beside the English one', () => {
		expect(status.look.options?.[1]).toEqual({
			name: 'Sent',
			value: 6,
			description: '已发送 / Offer 已发送',
		});
	});
});

describe('choices', () => {
	const locks = choices({
		...common,
		name: 'Lock Status',
		to: body('lock_status'),
		options: [
			{ name: 'Not Locked', value: 1, zh: '未锁定' },
			{ name: 'Locked in This Job', value: 3, zh: '锁定在当前职位' },
		],
	});

	it.each([
		['values', [1, 3], [1, 3]],
		['values as text', '1,3', [1, 3]],
		['names as text', 'Not Locked, locked in this job ', [1, 3]],
		['names as JSON', '["Not Locked", "Locked in This Job"]', [1, 3]],
		['Chinese names', '未锁定、锁定在当前职位', [1, 3]],
		['Chinese names in a list', ['未锁定'], [1]],
		['names in a list', ['Not Locked', 'locked in this job'], [1, 3]],
		['nothing', ['', ' '], []],
		['a text without an entry', ',', []],
	])('takes %s', (_, value, wire) => {
		expect(encode(locks, value)).toEqual(wire);
	});

	it.each(['2', ['1', 'x'], [[1]], 'Locked'])('refuses %j, and lists the values', (value) => {
		expect(refusal(locks, value).mend).toContain('3 (Locked in This Job, 锁定在当前职位)');
	});
});

describe('date', () => {
	const expiry = date({ ...common, name: 'Expiration Date', to: body('expiration_date') });

	it('is a day in the zone of the workflow', () => {
		expect(encode(expiry, '2026-03-31T00:00:00')).toBe('2026-03-31');
		expect(encode(expiry, '2026-03-31T16:00:00Z')).toBe('2026-04-01');
		expect(encode(expiry, '2026-03-31T16:00:00Z', 'America/New_York')).toBe('2026-03-31');
		expect(encode(expiry, DateTime.fromISO('2026-03-31T20:00', { zone: 'America/New_York' }))).toBe(
			'2026-04-01',
		);
	});
});

describe('timestamp', () => {
	const asText = timestamp({ ...common, name: 'Created At', to: body('biz_create_time'), wire: 'string' });
	const asInteger = timestamp({ ...common, name: 'Created At', to: body('create_time'), wire: 'integer' });

	// 2024-07-25T09:22:32.428Z, the vendor's example.
	it.each([
		['milliseconds', 1_721_899_352_428],
		['milliseconds as text', '1721899352428'],
		['a time with an offset', '2024-07-25T17:22:32.428+08:00'],
		['a time in the zone of the workflow', '2024-07-25T17:22:32.428'],
		['a Luxon date', DateTime.fromMillis(1_721_899_352_428, { zone: 'America/New_York' })],
		['a JavaScript date', new Date(1_721_899_352_428)],
	])('is an instant: %s', (_, value) => {
		expect(encode(asText, value)).toBe('1721899352428');
		expect(encode(asInteger, value)).toBe(1_721_899_352_428);
	});

	it('refuses what is no date', () => {
		expect(refusal(asText, 'tomorrow').problem).toMatch(/^is no date/);
		expect(refusal(asText, '31/03/2026').problem).toMatch(/ends with the year/);
		expect(refusal(asInteger, 1_721_899_352).problem).toContain('seconds');
	});
});
