/** The routes that the pickers of a panel read. What operations send besides their own route, parity compares. */
import type { IDataObject } from 'n8n-workflow';
import type { ColumnLookup, Lookup, LookupReads } from '../../nodes/declare/lookup';
import type { Endpoint } from '../../nodes/declare/operation';
import type { RequestParts } from '../../nodes/declare/request';
import { gathered, lookupReads } from '../../nodes/engine/entries';
import { declared } from './declared';
import { vendorRoutes } from './vendor';

const USUAL = [
	[1000, 60],
	[50, 1],
];
const CONTACT = 'contact:contact.base:readonly';
const AS_APP = 'contact:contact:access_as_app';
const READ_AS_APP = 'contact:contact:readonly_as_app';

/** What the vendor's pages publish, typed by hand: limits, scopes, and the largest page. */
const published: Readonly<Record<string, readonly [number[][], string[], number?]>> = {
	'GET /open-apis/hire/v1/jobs': [[[50, 1]], ['hire:job:readonly'], 20],
	'GET /open-apis/hire/v1/job_processes': [[[20, 1]], ['hire:job_process:readonly'], 100],
	'GET /open-apis/hire/v1/termination_reasons': [
		USUAL,
		['hire:application:readonly', 'hire:application'],
		200,
	],
	'GET /open-apis/hire/v1/offer_application_forms': [[[10, 1]], ['hire:offer_schema:readonly'], 200],
	'GET /open-apis/hire/v1/offer_application_forms/:offer_application_form_id': [
		USUAL,
		['hire:offer_schema:readonly'],
	],
	'GET /open-apis/hire/v1/talents': [[[20, 1]], ['hire:talent:readonly', 'hire:talent'], 20],
	'GET /open-apis/hire/v1/applications': [USUAL, ['hire:application:readonly', 'hire:application'], 200],
	'GET /open-apis/hire/v1/applications/:application_id': [
		USUAL,
		['hire:application', 'hire:application:readonly'],
	],
	'GET /open-apis/hire/v1/applications/:application_id/get_detail': [
		[[10, 1]],
		['hire:application', 'hire:application:readonly'],
	],
	'GET /open-apis/hire/v1/offers': [USUAL, ['hire:offer:readonly', 'hire:offer'], 200],
	'GET /open-apis/hire/v1/external_applications': [[[20, 1]], ['hire:external_application'], 20],
	'POST /open-apis/hire/v1/external_offers/batch_query': [
		[[10, 1]],
		['hire:external_offer', 'hire:external_offer:readonly'],
		20,
	],
	'GET /open-apis/hire/v1/interviews': [[[50, 1]], ['hire:interview:readonly', 'hire:interview'], 100],
	'GET /open-apis/hire/v1/resume_sources': [[[20, 1]], ['hire:talent:readonly', 'hire:talent'], 100],
	'GET /open-apis/hire/v1/job_requirements': [
		USUAL,
		['hire:job_requirement:readonly', 'hire:job_requirement'],
		100,
	],
	'GET /open-apis/hire/v1/locations': [[[20, 1]], ['hire:location:readonly'], 100],
	'GET /open-apis/hire/v1/user_roles': [USUAL, ['hire:auth:readonly', 'hire:auth'], 100],
	'GET /open-apis/contact/v3/users/batch': [USUAL, [CONTACT]],
	'GET /open-apis/contact/v3/departments/batch': [USUAL, [CONTACT]],
	'GET /open-apis/contact/v3/departments/:department_id/children': [
		USUAL,
		[CONTACT, 'contact:department.organize:readonly', AS_APP, 'contact:contact:readonly', READ_AS_APP],
		50,
	],
	'GET /open-apis/contact/v3/employee_type_enums': [[], [CONTACT, AS_APP, READ_AS_APP], 100],
	'GET /open-apis/contact/v3/job_families': [
		[[10, 1]],
		['contact:job_family:readonly', 'contact:job_family', READ_AS_APP],
		50,
	],
	'GET /open-apis/contact/v3/job_levels': [
		[[10, 1]],
		['contact:job_level:readonly', 'contact:job_level', READ_AS_APP],
		50,
	],
};

/** A little of everything, so that what belongs to it is asked for too. */
const records: Readonly<Record<string, IDataObject>> = {
	'GET /open-apis/hire/v1/offer_application_forms/:offer_application_form_id': {
		offer_apply_form: { schema: { id: '1', module_list: [] } },
	},
	'GET /open-apis/hire/v1/applications/:application_id': { application: { stage: { id: '1' } } },
	'GET /open-apis/hire/v1/applications/:application_id/get_detail': {
		application_detail: { basic_info: { stage: { id: '1' } } },
	},
	'GET /open-apis/contact/v3/users/batch': { items: [{ open_id: '1', department_ids: ['1'] }] },
};
const one: IDataObject = { id: '1', user_id: '1', begin_time: 0 };

interface Asked {
	readonly endpoint: Endpoint;
	readonly parts: RequestParts;
}

function noted(application: string) {
	const asked: Asked[] = [];
	const reads = lookupReads({
		async call(endpoint, parts) {
			asked.push({ endpoint, parts });
			return records[endpoint.route] ?? {};
		},
		async *all(endpoint, parts = {}) {
			asked.push({ endpoint, parts });
			yield one;
		},
		chosen: (parameter) => (parameter === 'applicationId' ? application : ''),
	});
	return { asked, reads };
}

const pickers = new Map<string, Lookup | ColumnLookup>();
for (const { lookup, columns } of declared.flatMap(({ operation }) => Object.values(operation.params))) {
	for (const picker of [lookup, columns]) if (picker) pickers.set(picker.name, picker);
}

async function filled(picker: Lookup | ColumnLookup, reads: LookupReads, typed: string): Promise<void> {
	if ('load' in picker) await picker.load(reads);
	else {
		await picker.fit?.(reads);
		await gathered('entries' in picker ? picker.entries(reads) : picker.search(typed, reads));
	}
}

/** All that the pickers ask for: with and without words typed, with and without an application chosen. */
async function askedBy(picker: Lookup | ColumnLookup): Promise<Asked[]> {
	const all = [];
	for (const application of ['', '1']) {
		for (const typed of ['', 'Lin', '6960663240925956401']) {
			const { asked, reads } = noted(application);
			await filled(picker, reads, typed);
			all.push(...asked);
		}
	}
	return all;
}

it.each([...pickers])('the picker %s asks for what the vendor offers', async (_, picker) => {
	const asked = await askedBy(picker);
	expect(asked.length).toBeGreaterThan(0);
	for (const { endpoint, parts } of asked) {
		const { route, effect, pages, limits, scopes, docs } = endpoint;
		const vendor = vendorRoutes.get(route);
		const keys = (place: 'query' | 'body' | 'path') => Object.keys(vendor?.[place].properties ?? {});
		expect([route, keys('query')]).toEqual([
			route,
			expect.arrayContaining([
				...Object.keys(parts.query ?? {}),
				...(pages ? ['page_size', 'page_token'] : []),
			]),
		]);
		expect(keys('path')).toEqual(Object.keys(parts.path ?? {}));
		expect(keys('query')).toEqual(expect.arrayContaining([...(vendor?.query.required ?? [])]));
		expect(Object.keys(parts.query ?? {})).toEqual(
			expect.arrayContaining([...(vendor?.query.required ?? [])]),
		);
		for (const [key, value] of Object.entries(parts.query ?? {})) {
			const { type, enum: values } = vendor?.query.properties?.[key] ?? {};
			if (values) expect(values).toContain(String(value));
			if (type === 'array') expect(Array.isArray(value)).toBe(true);
		}
		const [ratios, names, size] = published[route] ?? [];
		expect([route, limits.map(({ requests, perSeconds }) => [requests, perSeconds])]).toEqual([
			route,
			ratios,
		]);
		expect([...scopes].sort()).toEqual([...(names ?? [])].sort());
		if (size === undefined) expect(pages).toBeUndefined();
		else expect(pages?.size).toBeLessThanOrEqual(size);
		expect(effect).toBe('read');
		expect(docs).toMatch(/^https:\/\/open\.feishu\.cn\/document\/\S+[^/]$/);
	}
});

it('no published route is left over', async () => {
	const read = new Set<string>();
	for (const picker of pickers.values()) {
		for (const { endpoint } of await askedBy(picker)) read.add(endpoint.route);
	}
	expect([...read].sort()).toEqual(Object.keys(published).sort());
});
