import type { IDataObject } from 'n8n-workflow';
import type { Call, Endpoint, PagedEndpoint } from '../declare/operation';
import type { RequestParts } from '../declare/request';
import { CallFailure } from './failure';

export const isPaged = (endpoint: Endpoint): endpoint is PagedEndpoint => endpoint.pages !== undefined;

/**
 * The records of a paged route, page after page; a page is fetched when it is asked for.
 * `wanted`: how many are needed at most, so that no page is larger.
 * @throws CallFailure where Feishu Hire leaves open how the list goes on
 */
export async function* pages(
	call: Call,
	endpoint: PagedEndpoint,
	{ query, ...parts }: RequestParts = {},
	wanted = Infinity,
): AsyncGenerator<IDataObject, void, undefined> {
	const { size, key = 'items' } = endpoint.pages;
	const page_size = Math.min(size, wanted);
	const seen = new Set<string>();
	let read = 0;
	for (let page_token = ''; ; ) {
		const data = await call(endpoint, {
			...parts,
			query: { ...query, page_size, ...(page_token === '' ? {} : { page_token }) },
		});
		if (read > 0 && Object.keys(data).length === 0) throw broken('an empty answer', read);
		const records = (data[key] ?? []) as IDataObject[];
		yield* records;
		if (!data.has_more) return;
		read += records.length;
		page_token = String(data.page_token ?? '');
		if (page_token === '') throw broken('no mark of the next page', read);
		if (seen.has(page_token)) throw broken('a page that it gave before', read);
		seen.add(page_token);
	}
}

const broken = (got: string, read: number): CallFailure =>
	new CallFailure(
		`The list cannot be read to its end: after ${read} record${read === 1 ? '' : 's'} Feishu Hire gave ${got}`,
		{
			mend: 'Nothing is given, so that a part of it does not pass for all. Try again in a few minutes. If it stays, tell Feishu support (飞书客服) of it.',
		},
	);
