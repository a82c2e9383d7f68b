import type { IDataObject } from 'n8n-workflow';

/** One page of a list: the records of a period, and whether there are more of them than fit. */
export interface Page {
	readonly records: readonly IDataObject[];
	readonly more: boolean;
}

/** A list that can be asked for the records of a period, in milliseconds; without an end up to now. */
export interface Periods {
	/** In one request. */
	readonly page: (from: number, to?: number) => Promise<Page>;
	/** However many requests it takes. */
	readonly all: (from: number, to: number) => Promise<IDataObject[]>;
	/** What Feishu's clock showed at the first answer. */
	readonly now: () => number;
}

/** The records of a period. */
export interface Slice {
	readonly from: number;
	readonly to: number;
	readonly records: readonly IDataObject[];
}

const half = (from: number, to: number) => from + Math.ceil((to - from) / 2);

/**
 * All records since a time, from the earliest period to the latest, in periods so short that one page holds them.
 * A record that changes between two pages would shift those behind it, and which page shows it is nowhere said; but
 * from period to period it can only move on to a later one, which is read later. A period ends where the next
 * begins, since it is not said either whether its end belongs to it. The last one has no end; it is missing where
 * more changed during the reading than one page holds.
 * @param edge where a period ends in any case
 */
export async function* slices(
	{ page, all, now }: Periods,
	start: number,
	edge: number,
): AsyncGenerator<Slice, void, undefined> {
	let width = Infinity;
	for (let from = start; ; ) {
		let to =
			from < edge ? edge : width === Infinity || from >= now() ? undefined : Math.min(from + width, now());
		let read = await page(from, to);
		if (read.more && to === undefined) {
			if (from >= now()) return;
			to = now();
			read = await page(from, to);
		}
		while (to !== undefined && read.more && to - from > 1) {
			to = half(from, to);
			width = to - from;
			read = await page(from, to);
		}
		if (to === undefined) {
			yield { from, to: Infinity, records: read.records };
			return;
		}
		yield { from, to, records: read.more ? await all(from, to) : read.records };
		width *= 2;
		from = to;
	}
}

const HOUR = 3_600_000;

/** There was no Feishu before. */
export const EARLIEST = Date.UTC(2010, 0, 1);

/** The same from the latest period back to the earliest. */
export async function* slicesBack({ page, now }: Periods): AsyncGenerator<Slice, void, undefined> {
	let width = HOUR;
	for (let to: number | undefined; to === undefined || to > EARLIEST; ) {
		const end: number = to ?? now();
		let from = Math.max(EARLIEST, end - width);
		let read = await page(from, to);
		while (read.more && end - from > 1) {
			from = end - half(0, end - from);
			width = end - from;
			read = await page(from, to);
		}
		yield { from, to: to ?? Infinity, records: read.records };
		width *= 4;
		to = from;
	}
}
