import type { Endpoint, PagedEndpoint } from '../declare/operation';

const USUAL_LIMITS = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];

/** The route that lists applications (投递), by their IDs alone. */
export const applicationList = {
	route: 'GET /open-apis/hire/v1/applications',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/list',
	limits: USUAL_LIMITS,
	scopes: ['hire:application:readonly', 'hire:application'],
	effect: 'read',
	pages: { size: 200 },
} as const satisfies PagedEndpoint;

/** The route that reads an application. */
export const applicationRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get',
	limits: USUAL_LIMITS,
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'application',
} as const satisfies Endpoint;

/** The route that reads the offer of an application. */
export const applicationOfferRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id/offer',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'offer',
	suspects:
		'Check that the application exists and that an offer was made for it, not one for an internship (实习 Offer), which Get and Get Many give. Give the ID of the application (投递), not of the offer or the candidate.',
} as const satisfies Endpoint;
