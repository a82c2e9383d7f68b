/** From the values of the panel to method, path, query and body. */
import { InvalidValue } from '../../nodes/declare/invalid';
import { operation, type Operation } from '../../nodes/declare/operation';
import { choice, date, id, idList, text } from '../../nodes/declare/params';
import { body, path, query } from '../../nodes/declare/place';
import { encodeItem, InvalidParameter, pathOf } from '../../nodes/declare/request';

const facts = {
	resource: 'letter',
	name: '',
	action: '',
	description: '',
	docs: '',
	limits: [],
	scopes: [],
	effect: 'idempotent',
	errors: {},
} as const;

const send = operation({
	...facts,
	value: 'send',
	route: 'PUT /open-apis/hire/v1/boxes/:box_id/letters/:letter_id',
	params: {
		boxId: id({ name: 'Box ID', description: '', to: path('box_id'), required: true }),
		letterId: id({ name: 'Letter ID', description: '', to: path('letter_id'), required: true }),
		kind: choice({
			name: 'Kind',
			description: '',
			to: body('kind'),
			required: true,
			options: [
				{ name: 'Sent', value: 6, zh: '已发送' },
				{ name: 'Declined', value: 8, zh: '已拒绝' },
				{ name: 'Other', value: 9 },
			],
		}),
		expiry: date({
			name: 'Expiry',
			description: '',
			to: body('expiration_date'),
			required: { param: 'kind', is: [6], says: 'the kind is Sent' },
		}),
		reasons: idList({
			name: 'Reasons',
			description: '',
			to: body('reason.id_list'),
			things: 'reasons',
			required: { param: 'kind', is: [8], says: 'the kind is Declined' },
		}),
		remark: text({ name: 'Remark', description: '', to: body('remark'), shown: { kind: [8, 9] } }),
		note: text({ name: 'Note', description: '', to: body('reason.text.note') }),
		since: date({
			name: 'Since',
			description: 'When it began',
			to: body('since'),
			absence: 'today is taken',
		}),
		copies: idList({
			name: 'Copies',
			description: 'Whom to send it to',
			to: body('copies'),
			things: 'people',
			absence: 'it goes to all',
		}),
		idType: text({ name: 'ID Type', description: '', to: query('user_id_type') }),
		box: id({ name: 'Box', description: '', to: undefined, open: true }),
		mode: choice({
			name: 'Mode',
			description: '',
			to: undefined,
			open: true,
			options: [{ name: 'Keep', value: 'keep' }],
			default: 'keep',
		}),
	},
});

const required = { boxId: '1', letterId: '2', kind: 9 };
const encodeWith = (target: Operation, values: Record<string, unknown>) =>
	encodeItem(target, (name) => values[name], { timezone: 'Asia/Shanghai' });
const encoded = (values: Record<string, unknown>) => encodeWith(send, { ...required, ...values });

/** What an empty cell of a spreadsheet, or an expression without a value, gives. */
const EMPTY: Array<[string, unknown]> = [
	['undefined', undefined],
	['null', null],
	['empty text', ''],
	['spaces', '  '],
	['a no-break space', '\u00a0'],
	['a full-width space', '\u3000'],
	['a line break', '\r\n'],
	['an empty list', []],
	['a list of nothing', [null, '', ' \u3000']],
	['an empty object', {}],
];

/** What a server, or a proxy before it, reads as another path. */
const OTHER_PATHS = ['', '.', '..', '../offers', 'a/b', '/', 'a?b=c', 'a#b', '..\\offers'];

function refusal(values: Record<string, unknown>): InvalidParameter {
	try {
		encoded(values);
	} catch (error) {
		if (error instanceof InvalidParameter) return error;
		throw error;
	}
	throw new Error('It was taken');
}

describe('encodeItem', () => {
	it('puts each value in its place', () => {
		const { parts, values } = encoded({
			kind: 8,
			reasons: ['3', '4'],
			remark: 'b',
			mode: 'keep',
			additionalFields: { note: 'a', idType: 'open_id', since: '2026-03-31', copies: '5' },
		});
		expect(parts).toEqual({
			path: { box_id: '1', letter_id: '2' },
			query: { user_id_type: 'open_id' },
			body: {
				kind: 8,
				reason: { id_list: ['3', '4'], text: { note: 'a' } },
				remark: 'b',
				since: '2026-03-31',
				copies: ['5'],
			},
		});
		expect(values).toEqual({
			boxId: '1',
			letterId: '2',
			kind: 8,
			reasons: ['3', '4'],
			remark: 'b',
			note: 'a',
			since: '2026-03-31',
			copies: ['5'],
			idType: 'open_id',
			mode: 'keep',
		});
	});

	it('sends nothing that was not given', () => {
		expect(encoded({}).parts).toEqual({
			path: { box_id: '1', letter_id: '2' },
			query: {},
			body: { kind: 9 },
		});
	});

	it.each(EMPTY)('takes %s as not given, in the open panel and in the collection', (_, nothing) => {
		const { parts, values } = encoded({
			mode: nothing,
			remark: nothing,
			additionalFields: { note: nothing, idType: nothing },
		});
		expect(parts.body).toEqual({ kind: 9 });
		expect(parts.query).toEqual({});
		expect(values).toEqual({ boxId: '1', letterId: '2', kind: 9, mode: 'keep' });
	});

	it('takes a collection that yields nothing as empty', () => {
		expect(encoded({ additionalFields: null }).parts.body).toEqual({ kind: 9 });
	});

	it.each([
		['zero', 0, '0'],
		['no', false, 'false'],
		['a text with a zero', '0', '0'],
	])('sends %s, which is something', (_, something, wire) => {
		expect(encoded({ additionalFields: { note: something } }).parts.body).toEqual({
			kind: 9,
			reason: { text: { note: wire } },
		});
	});

	it('leaves out what belongs to another choice, and does not look at it', () => {
		expect(encoded({ expiry: 'no date', reasons: 'no ID', kind: 9 }).parts.body).toEqual({ kind: 9 });
		expect(encoded({ kind: 6, expiry: '2026-03-31', reasons: ['3'], remark: 'b' }).parts.body).toEqual({
			kind: 6,
			expiration_date: '2026-03-31',
		});
	});

	it('looks for what belongs to a choice in the open panel only', () => {
		const { message } = refusal({ kind: 6, additionalFields: { expiry: '2026-03-31' } });
		expect(message).toBe("'Expiry' is missing");
	});

	it.each(EMPTY)('refuses a field whose absence means something, added with %s', (_, nothing) => {
		expect(refusal({ additionalFields: { since: nothing } })).toMatchObject({
			message: "'Since' was added and gives nothing",
			mend: 'Without it, today is taken. If that is what you want, remove the field; else give it a value.',
		});
		expect(refusal({ additionalFields: { copies: nothing } }).message).toMatch(/^'Copies' was added/);
	});

	it.each([',', '[]', '，'])('refuses such a list where %j has no entry', (nothing) => {
		expect(refusal({ additionalFields: { copies: nothing } }).message).toMatch(/^'Copies' was added/);
	});

	it('says in the panel what the absence of a field means', () => {
		expect(send.params.since?.look.description).toBe(
			'When it began, for example 2026-03-31. Without it, today is taken.',
		);
	});

	it('makes no body for a GET', () => {
		const get = operation({
			...facts,
			value: 'get',
			route: 'GET /open-apis/hire/v1/letters/:letter_id',
			effect: 'read',
			params: {
				letterId: id({ name: 'Letter ID', description: '', to: path('letter_id'), required: true }),
				idType: text({ name: 'ID Type', description: '', to: query('user_id_type'), required: true }),
			},
		});
		const { parts } = encodeWith(get, { letterId: '2', idType: 'open_id' });
		expect(parts).toEqual({ path: { letter_id: '2' }, query: { user_id_type: 'open_id' } });
	});

	it.each(EMPTY)('names a required parameter that is %s', (_, nothing) => {
		const error = refusal({ letterId: nothing });
		expect(error.message).toBe("'Letter ID' is missing");
		expect(error.mend).toContain("Fill in 'Letter ID'");
	});

	it('passes on what the encoder says, with the name that the panel shows', () => {
		const error = refusal({ letterId: '../1' });
		expect(error).toBeInstanceOf(InvalidValue);
		expect(error.parameter).toBe('Letter ID');
		expect(error.message).toBe(`'Letter ID' ${error.problem}`);
		expect(error.problem).toContain('../1');
	});

	it.each(OTHER_PATHS.slice(1))('refuses %p as a value of the path, whatever the kind', (user) => {
		const remove = operation({
			...facts,
			value: 'remove',
			route: 'DELETE /open-apis/hire/v1/interviewers/:user_id',
			params: { userId: text({ name: 'User ID', description: '', to: path('user_id'), required: true }) },
		});
		expect(encodeWith(remove, { userId: 'ou_84a' }).parts.path).toEqual({ user_id: 'ou_84a' });
		let refused: unknown;
		try {
			encodeWith(remove, { userId: user });
		} catch (error) {
			refused = error;
		}
		expect(refused).toBeInstanceOf(InvalidParameter);
		expect(refused).toMatchObject({ parameter: 'User ID', message: expect.stringContaining(user) as string });
	});

	it('names a parameter of the collection too', () => {
		expect(refusal({ additionalFields: { since: '2026-02-29' } }).message).toMatch(/^'Since' is no date/);
	});

	it.each([
		['the value', 6],
		['the value as text from an expression', '6'],
		['the name from an expression', 'sent'],
		['the Chinese name from an expression', ' 已发送'],
	])('requires under a condition that is given as %s', (_, kind) => {
		const error = refusal({ kind });
		expect(error.message).toBe("'Expiry' is missing");
		expect(error.mend).toBe("Fill in 'Expiry': Feishu Hire requires it when the kind is Sent.");
		expect(encoded({ kind, expiry: '2026-03-31' }).parts.body).toEqual({
			kind: 6,
			expiration_date: '2026-03-31',
		});
	});

	it.each([
		['an empty list', []],
		['empty text', ''],
		['an empty list as JSON', '[]'],
		['commas and spaces only', ' , '],
		['a list of empty cells', ['', null, ' ']],
	])('requires at least one under a condition: %s', (_, reasons) => {
		expect(refusal({ kind: 8, reasons }).message).toBe("'Reasons' is missing");
	});

	it('requires nothing under a condition that does not hold', () => {
		expect(encoded({ kind: 9 }).parts.body).toEqual({ kind: 9 });
	});
});

describe('pathOf', () => {
	it('fills in the keys of a route', () => {
		expect(pathOf(send.route, { box_id: '1', letter_id: '6960663240925956401' })).toBe(
			'/open-apis/hire/v1/boxes/1/letters/6960663240925956401',
		);
	});

	it('leaves a route without keys alone', () => {
		expect(pathOf('POST /open-apis/hire/v1/external_offers')).toBe('/open-apis/hire/v1/external_offers');
	});

	it.each([
		['张三', '%E5%BC%A0%E4%B8%89'],
		['$&', '%24%26'],
		['a b', 'a%20b'],
		['%2e%2e', '%252e%252e'],
		['...', '...'],
		['ou_84a.b-c==', 'ou_84a.b-c%3D%3D'],
	])('lets %s not change the path', (value, segment) => {
		expect(pathOf('GET /open-apis/hire/v1/boxes/:box_id/open', { box_id: value })).toBe(
			`/open-apis/hire/v1/boxes/${segment}/open`,
		);
	});

	it.each(OTHER_PATHS)('refuses %p, which would lead to another route', (value) => {
		expect(() => pathOf('DELETE /open-apis/hire/v1/boxes/:box_id', { box_id: value })).toThrow(InvalidValue);
	});

	it('refuses a route with a key that has no value', () => {
		expect(() => pathOf('GET /open-apis/hire/v1/boxes/:box_id', {})).toThrow('box_id');
	});
});
