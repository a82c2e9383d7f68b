/** The routes that the pickers of a panel read. What operations send besides their own route, parity compares. */
import type { IDataObject } from 'n8n-workflow';
import type { ReadAll } from '../../nodes/declare/lookup';
import type { Endpoint } from '../../nodes/declare/operation';
import { declared } from './declared';
import { vendorRoutes } from './vendor';

const nothing = async () => ({});

/** Each picker by its name, with what it does to load its list. */
const pickers = new Map<string, (readAll: ReadAll) => Promise<unknown>>();
for (const { lookup, columns } of declared.flatMap(({ operation }) => Object.values(operation.params))) {
	if (lookup) pickers.set(lookup.name, lookup.load);
	if (columns) pickers.set(columns.name, async (readAll) => await columns.load(readAll, nothing, () => ''));
}

it('there are some', () => {
	expect(pickers.size).toBeGreaterThan(3);
});

it.each([...pickers])('the picker %s reads a paged route of the vendor', async (_, load) => {
	const read: Array<{ endpoint: Endpoint; pageSize: number }> = [];
	await load(async function* (endpoint, pageSize) {
		read.push({ endpoint, pageSize });
		yield* [] as IDataObject[];
	});
	expect(read.length).toBeGreaterThan(0);
	for (const { endpoint, pageSize } of read) {
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
