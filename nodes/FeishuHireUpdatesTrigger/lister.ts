import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../declare/operation';
import type { WireObject } from '../declare/params';
import { pages } from '../engine/pages';
import type { Page, Periods } from './slices';
import type { Watch } from './watches/watch';

/** How often a period is read over again until two readings agree. */
const READINGS = 10;

/** The list of what is watched, period by period. */
export class Lister implements Periods {
	/** @param now what Feishu's clock showed at the first answer */
	constructor(
		private readonly watch: Watch,
		private readonly filters: WireObject,
		private readonly call: Call,
		readonly now: () => number,
		private readonly size: number = watch.list.pages.size,
	) {}

	page = async (from: number, to?: number): Promise<Page> => {
		const query = { ...this.query(from, to), page_size: this.size };
		const { items, has_more } = await this.call(this.watch.list, { query });
		return { records: (items ?? []) as IDataObject[], more: has_more === true };
	};

	/** Where a record leaves the list between two pages, another one is missing; then the readings differ. */
	all = async (from: number, to: number): Promise<IDataObject[]> => {
		const records = new Map<string, IDataObject>();
		let last = '';
		for (let reading = 0; reading < READINGS; reading++) {
			const ids: string[] = [];
			for await (const line of pages(this.call, this.watch.list, { query: this.query(from, to) })) {
				const { id } = this.watch.listed(line);
				ids.push(id);
				records.set(id, line);
			}
			const read = ids.sort().join();
			if (read === last) break;
			last = read;
		}
		return [...records.values()];
	};

	private query(from: number, to?: number): WireObject {
		const { period, query } = this.watch;
		const [start, end] = period;
		const until = to === undefined ? {} : { [end]: String(to) };
		return { ...query, ...this.filters, [start]: String(from), ...until };
	}
}
