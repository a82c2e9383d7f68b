import type { Listed } from '../declare/lookup';
import { jobList } from '../routes/jobs';

const CLOSED = 2;

/** The jobs (职位), each with its number, since several may have the same title. */
export const jobs: Listed = {
	name: 'searchJobs',
	async *entries({ all }) {
		for await (const { id, title, code, active_status: status } of all(jobList)) {
			yield {
				id: String(id),
				names: { zh: String(title ?? '') },
				...(code ? { code: String(code) } : {}),
				...(status === CLOSED ? { note: 'closed' } : {}),
			};
		}
	},
};
