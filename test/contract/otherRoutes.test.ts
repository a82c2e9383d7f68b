/** The routes that operations lean on: the lists of the pickers, and the further requests of an operation. */
import type { IDataObject } from 'n8n-workflow';
import type { Lookup } from '../../nodes/declare/lookup';
import type { Endpoint, PagedEndpoint } from '../../nodes/declare/operation';
import { declared } from './declared';
import { vendorRoutes } from './vendor';

const pickers = [
	...new Map(
		declared
			.flatMap(({ operation }) => Object.values(operation.params))
			.flatMap(({ lookup }) => (lookup ? [[lookup.name, lookup] as const] : [])),
	).values(),
];

/** The routes that a picker reads. */
async function readBy(lookup: Lookup): Promise<PagedEndpoint[]> {
	const read: PagedEndpoint[] = [];
	await lookup.load(async function* (endpoint) {
		read.push(endpoint);
		yield* [] as IDataObject[];
	});
	return read;
}

describe.each(pickers)('the picker $name', (lookup) => {
	it('reads a paged route of the vendor', async () => {
		const read = await readBy(lookup);
		expect(read.length).toBeGreaterThan(0);
		for (const endpoint of read) {
			const { size } = endpoint.pages;
			const { query } = vendorRoutes.get(endpoint.route) ?? {};
			expect([endpoint.route, Object.keys(query?.properties ?? {})]).toEqual([
				endpoint.route,
				expect.arrayContaining(['page_size', 'page_token']),
			]);
			expect(size).toBeGreaterThanOrEqual(20);
			expect(size).toBeLessThanOrEqual(200);
			expect(endpoint.effect).toBe('read');
		}
	});
});

describe.each(declared.filter(({ operation }) => operation.steps))(
	'the further requests of $title',
	({ operation }) => {
		it('go to routes of the vendor, with fields that they have', async () => {
			const calls: Array<{ endpoint: Endpoint; keys: string[] }> = [];
			const run = operation.steps?.(
				{ values: {}, parts: {} },
				{
					send: async () => ({}),
					call: async (endpoint, { query = {}, body = {} }) => {
						calls.push({ endpoint, keys: [...Object.keys(query), ...Object.keys(body)] });
						return {};
					},
					list: async () => [],
					async *all(endpoint, { query = {}, body = {} } = {}) {
						calls.push({ endpoint, keys: [...Object.keys(query), ...Object.keys(body)] });
						yield* [] as IDataObject[];
					},
					inTurn: async (work) => await work(),
					file: async (fileName) => ({ fileName, mimeType: 'text/plain', bytes: Buffer.from('x') }),
					download: async () => {},
				},
			);
			// Without an answer, an operation may give up after the first of them.
			await run?.catch(() => undefined);
			for (const { endpoint, keys } of calls) {
				const vendor = vendorRoutes.get(endpoint.route);
				const known = Object.keys({ ...vendor?.query.properties, ...vendor?.body.properties });
				expect([endpoint.route, known]).toEqual([endpoint.route, expect.arrayContaining(keys)]);
			}
		});
	},
);
