/** The routes that the pickers of a panel read. What operations send besides their own route, parity compares. */
import type { IDataObject } from 'n8n-workflow';
import type { PagedEndpoint, ReadAll } from '../../nodes/declare/operation';
import { declared } from './declared';
import { vendorRoutes } from './vendor';

const nothing = async () => ({});

/** Each picker by its name, with what it does to load its list. */
const pickers = new Map<string, (all: ReadAll) => Promise<unknown>>();
for (const { lookup, columns } of declared.flatMap(({ operation }) => Object.values(operation.params))) {
	if (lookup) pickers.set(lookup.name, async (all) => await lookup.load(all, () => ''));
	if (columns) pickers.set(columns.name, async (all) => await columns.load(all, nothing, () => ''));
}

it('there are some', () => {
	expect(pickers.size).toBeGreaterThan(3);
});

it.each([...pickers])('the picker %s reads a paged route of the vendor', async (_, load) => {
	const read: PagedEndpoint[] = [];
	await load(async function* (endpoint) {
		read.push(endpoint);
		yield* [] as IDataObject[];
	});
	expect(read.length).toBeGreaterThan(0);
	for (const endpoint of read) {
		const pageSize = endpoint.pages.size;
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
