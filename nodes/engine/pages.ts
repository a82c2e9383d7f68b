import type { IDataObject } from 'n8n-workflow';
import type { Call, Endpoint, PagedEndpoint } from '../declare/operation';
import type { RequestParts } from '../declare/request';

export const isPaged = (endpoint: Endpoint): endpoint is PagedEndpoint => endpoint.pages !== undefined;

/**
 * The records of a paged route, page after page; a page is fetched when it is asked for.
 * `wanted`: how many are needed at most, so that no page is larger.
 */
export async function* pages(
	call: Call,
	endpoint: PagedEndpoint,
	{ query, ...parts }: RequestParts = {},
	wanted = Infinity,
): AsyncGenerator<IDataObject, void, undefined> {
	const { size, key = 'items' } = endpoint.pages;
	const page_size = Math.min(size, wanted);
	let pageToken: string | undefined;
	do {
		const data = await call(endpoint, {
			...parts,
			query: { ...query, page_size, ...(pageToken ? { page_token: pageToken } : {}) },
		});
		yield* (data[key] ?? []) as IDataObject[];
		pageToken = data.has_more ? String(data.page_token ?? '') || undefined : undefined;
	} while (pageToken);
}
