import type { IDataObject } from 'n8n-workflow';
import type { Listed, LookupReads } from '../declare/lookup';
import { jobList } from '../routes/jobs';
import { allOf, sideBySide } from './groups';

const CLOSED = 2;

/** So many are read page after page: enough for the first lines of a picker. */
const FIRST = 40;

const MONTH = 30 * 24 * 3_600_000;

/** The months of the last three years, and all before, by the time of a job's last change. */
function months(): Array<Record<string, string>> {
	const now = Date.now();
	const ends = Array.from({ length: 37 }, (_, month) => String(now - month * MONTH));
	return ends.map((end, at) => ({
		...(at === 0 ? {} : { update_end_time: end }),
		...(at === ends.length - 1 ? {} : { update_start_time: ends[at + 1] ?? '' }),
	}));
}

/**
 * All jobs, each once. A page holds but 20 of them and tells where the next one begins, so that those of a large
 * company are read month by month, side by side.
 */
async function* records({ all }: Pick<LookupReads, 'all'>): AsyncGenerator<IDataObject> {
	const seen = new Set<unknown>();
	for await (const job of all(jobList)) {
		seen.add(job.id);
		yield job;
		if (seen.size === FIRST) break;
	}
	if (seen.size < FIRST) return;
	const lists = months().map(async (query) => await allOf(all(jobList, { query })));
	for (const job of (await sideBySide(lists)).flat()) {
		if (!seen.has(job.id)) yield job;
		seen.add(job.id);
	}
}

/** The jobs (职位), each with its number, since several may have the same title. */
export const jobs: Listed = {
	name: 'searchJobs',
	async *entries(reads) {
		for await (const { id, title, code, active_status: status } of records(reads)) {
			yield {
				id: String(id),
				names: { zh: String(title ?? '') },
				...(code ? { code: String(code) } : {}),
				...(status === CLOSED ? { note: 'closed' } : {}),
			};
		}
	},
};
