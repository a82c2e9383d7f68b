import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';

const JOBS: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/jobs',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job/list',
	limits: [{ requests: 50, perSeconds: 1 }],
	scopes: ['hire:job:readonly'],
	effect: 'read',
	pages: { size: 20 },
};

const CLOSED = 2;

/** The jobs (职位), each with its number, since several may have the same title. */
export const jobs: Listed = {
	name: 'searchJobs',
	async *entries({ all }) {
		for await (const { id, title, code, active_status: status } of all(JOBS)) {
			yield {
				id: String(id),
				names: { zh: String(title ?? '') },
				...(code ? { code: String(code) } : {}),
				...(status === CLOSED ? { note: 'closed' } : {}),
			};
		}
	},
};
