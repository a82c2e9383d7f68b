import type { Endpoint } from '../declare/operation';

/** The route that reads one offer. */
export const offerRoute = {
	route: 'GET /open-apis/hire/v1/offers/:offer_id',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/get',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly', 'hire:offer'],
	effect: 'read',
	record: 'offer',
	suspects: 'Check that the offer exists: give the ID of the offer, not of the application or the candidate.',
} as const satisfies Endpoint;
