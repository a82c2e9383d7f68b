/** The routes that the pickers of a panel read. What operations send besides their own route, parity compares. */
import type { IDataObject } from 'n8n-workflow';
import type { LookupReads } from '../../nodes/declare/lookup';
import type { Endpoint } from '../../nodes/declare/operation';
import { gathered, lookupReads } from '../../nodes/engine/entries';
import { declared } from './declared';
import { vendorRoutes } from './vendor';

/** Answers every request with nothing, and notes which routes are asked. */
function noted() {
	const read: Endpoint[] = [];
	const reads = lookupReads({
		call: async (endpoint) => {
			read.push(endpoint);
			return {};
		},
		all: async function* (endpoint) {
			read.push(endpoint);
			yield* [] as IDataObject[];
		},
		chosen: () => '',
	});
	return { read, reads };
}

/** Each picker by its name, with what it does to load its list. */
const pickers = new Map<string, (reads: LookupReads) => Promise<unknown>>();
for (const { lookup, columns } of declared.flatMap(({ operation }) => Object.values(operation.params))) {
	if (lookup) {
		pickers.set(
			lookup.name,
			async (reads) => await gathered('entries' in lookup ? lookup.entries(reads) : lookup.search('', reads)),
		);
	}
	if (columns) pickers.set(columns.name, columns.load);
}

it('there are some', () => {
	expect(pickers.size).toBeGreaterThan(3);
});

it.each([...pickers])('the picker %s reads a paged route of the vendor', async (_, load) => {
	const { read, reads } = noted();
	await load(reads);
	expect(read.length).toBeGreaterThan(0);
	for (const endpoint of read) {
		const pageSize = endpoint.pages?.size;
		const { query } = vendorRoutes.get(endpoint.route) ?? {};
		expect([endpoint.route, Object.keys(query?.properties ?? {})]).toEqual([
			endpoint.route,
			expect.arrayContaining(['page_size', 'page_token']),
		]);
		expect(pageSize).toBeGreaterThanOrEqual(20);
		expect(pageSize).toBeLessThanOrEqual(200);
		expect(endpoint.effect).toBe('read');
	}
});
