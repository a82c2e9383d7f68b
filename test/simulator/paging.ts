/** One page out of a list, with an opaque mark for the next one. */
import { invalidParameter } from './refusal';

export interface PageQuery {
	page_size?: string;
	page_token?: string;
}

export interface Page<T> {
	items: T[];
	has_more: boolean;
	page_token?: string;
}

const DEFAULT_PAGE_SIZE = 10;

function offsetIn(token: string, list: string): number {
	const [owner, offset] = Buffer.from(token, 'base64url').toString('utf8').split('|');
	if (owner !== list || !/^\d+$/.test(offset ?? '')) throw invalidParameter('query page_token is not valid');
	return Number(offset);
}

/** `list` names what is paged, so that the mark of one list is refused by another. */
export function pageOf<T>(list: string, all: readonly T[], query: PageQuery): Page<T> {
	const start = query.page_token ? offsetIn(query.page_token, list) : 0;
	const end = start + Number(query.page_size ?? DEFAULT_PAGE_SIZE);
	const items = all.slice(start, end);
	if (end >= all.length) return { items, has_more: false };
	return { items, has_more: true, page_token: Buffer.from(`${list}|${end}`).toString('base64url') };
}
