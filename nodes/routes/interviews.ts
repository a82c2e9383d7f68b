import type { PagedEndpoint } from '../declare/operation';

/** The route that lists interviews (面试), of an application or by when they begin. */
export const interviewList = {
	route: 'GET /open-apis/hire/v1/interviews',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/interview/list',
	limits: [{ requests: 50, perSeconds: 1 }],
	scopes: ['hire:interview:readonly', 'hire:interview'],
	effect: 'read',
	pages: { size: 100 },
} as const satisfies PagedEndpoint;
