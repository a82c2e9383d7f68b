import type { IDataObject } from 'n8n-workflow';
import type { Call, Endpoint } from '../declare/operation';
import type { RequestParts } from '../declare/request';

/**
 * The records of a paged route, page after page; a page is fetched when it is asked for.
 * `pageSize` is the largest that the route allows.
 */
export async function* pages(
	call: Call,
	endpoint: Endpoint,
	{ query, ...parts }: RequestParts,
	pageSize: number,
): AsyncGenerator<IDataObject, void, undefined> {
	let pageToken: string | undefined;
	do {
		const data = await call(endpoint, {
			...parts,
			query: { ...query, page_size: pageSize, ...(pageToken ? { page_token: pageToken } : {}) },
		});
		yield* (data.items ?? []) as IDataObject[];
		pageToken = data.has_more ? String(data.page_token ?? '') || undefined : undefined;
	} while (pageToken);
}
