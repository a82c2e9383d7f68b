/** What is declared of each event, against its page. */
import pages from '../simulator/events/pages.json';
import { samples, type EventType } from '../simulator/events/samples';
import type { Kind } from '../../nodes/events/event';
import { typedFields } from '../../nodes/events/typed';
import { EVENTS } from '../../nodes/events/wanted';

/** The fields without fields of their own, each with the path to it and its type. */
const leaves = (kind: Kind, path = ''): Array<[string, string]> => {
	if (typeof kind === 'string') return [[path, kind]];
	if (Array.isArray(kind)) return leaves(kind[0] as Kind, `${path}[]`);
	return Object.entries(kind).flatMap(([key, inner]) =>
		leaves(inner as Kind, path === '' ? key : `${path}.${key}`),
	);
};

it('all events of the pages are there', () => {
	expect([...EVENTS.keys()].sort()).toEqual(Object.keys(pages).sort());
});

it.each(Object.entries(pages))('%s has the address, scopes and fields of its page', (type, page) => {
	const event = EVENTS.get(type);
	expect({ docs: event?.docs, scopes: event?.scopes }).toEqual({ docs: page.docs, scopes: page.scopes });
	expect(Object.fromEntries(leaves(event?.fields ?? {}))).toEqual(page.fields);
});

it.each([...EVENTS.values()])('$type can be filtered by what it carries', ({ fields, filters }) => {
	const own = Object.values(filters).filter((path) => !path.startsWith('details.'));
	for (const path of own) expect(leaves(fields).map(([leaf]) => leaf)).toContain(path);
});

const { fields = {} } = EVENTS.get('hire.application.stage_changed_v1') ?? {};
const { fields: nested = {} } = EVENTS.get('hire.referral_account.assets_update_v1') ?? {};

it.each<[unknown, unknown]>([
	[{ update_time: '1652806656258' }, { update_time: 1652806656258 }],
	[{ application_id: 42 }, { application_id: '42' }],
	// Text that no number gives back, and what is of another kind, stays as it came.
	[{ update_time: '12345678901234567890' }, { update_time: '12345678901234567890' }],
	[{ update_time: '' }, { update_time: '' }],
	[
		{ application_id: null, update_time: null },
		{ application_id: null, update_time: null },
	],
	[{ application_id: ['1'] }, { application_id: ['1'] }],
	[
		{ later: 1, constructor: 2 },
		{ later: 1, constructor: 2 },
	],
])('%j becomes %j', (given, expected) => {
	expect(typedFields(given as Record<string, unknown>, fields)).toEqual(expected);
});

it('what stands deeper is typed too', () => {
	const assets = {
		confirmed_bonus: { point_bonus: '100', cash_bonus: [{ currency_type: 'CNY', amount: '99.5' }] },
	};
	expect(typedFields({ assets }, nested)).toEqual({
		assets: { confirmed_bonus: { point_bonus: 100, cash_bonus: [{ currency_type: 'CNY', amount: 99.5 }] } },
	});
});

it.each(Object.keys(samples) as EventType[])('the example of %s is of the declared types', (type) => {
	expect(typedFields({ ...samples[type] }, EVENTS.get(type)?.fields ?? {})).toEqual(samples[type]);
});
