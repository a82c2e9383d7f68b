import type { PagedEndpoint } from '../declare/operation';

/** The route that lists jobs (职位). */
export const jobList = {
	route: 'GET /open-apis/hire/v1/jobs',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job/list',
	limits: [{ requests: 50, perSeconds: 1 }],
	scopes: ['hire:job:readonly'],
	effect: 'read',
	pages: { size: 20 },
} as const satisfies PagedEndpoint;
