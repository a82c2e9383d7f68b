import type { Endpoint, PagedEndpoint } from '../declare/operation';

/** The route that lists candidates of the talent pool (人才库). */
export const talentList = {
	route: 'GET /open-apis/hire/v1/talents',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:talent:readonly', 'hire:talent'],
	effect: 'read',
	pages: { size: 20 },
} as const satisfies PagedEndpoint;

/** The route that reads a candidate: the only one that tells since when Feishu Hire has had them. */
export const talentRoute = {
	route: 'GET /open-apis/hire/v2/talents/:talent_id',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/hire-v2/talent/get',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:talent:readonly', 'hire:talent'],
	effect: 'read',
} as const satisfies Endpoint;
