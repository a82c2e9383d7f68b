import type { Endpoint } from '../declare/operation';

/** The route that reads the offer of an application. */
export const applicationOfferRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id/offer',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'offer',
	suspects:
		'Check that the application exists and that an offer was made for it. Give the ID of the application (投递), not of the offer or the candidate.',
} as const satisfies Endpoint;
