import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';

const JOB_REQUIREMENTS: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/job_requirements',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job_requirement/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:job_requirement:readonly', 'hire:job_requirement'],
	effect: 'read',
	pages: { size: 100 },
};

const CANCELED = 3;
const DONE = 5;

/** The hiring requirements (招聘需求), each with its number. One that is done or canceled takes nobody any more. */
export const jobRequirements: Listed = {
	name: 'searchJobRequirements',
	async *entries({ all }) {
		for await (const { id, name, short_code: code, display_progress: progress } of all(JOB_REQUIREMENTS)) {
			yield {
				id: String(id),
				names: { zh: String(name ?? '') },
				...(code ? { code: String(code) } : {}),
				retired: progress === CANCELED || progress === DONE,
			};
		}
	},
};
