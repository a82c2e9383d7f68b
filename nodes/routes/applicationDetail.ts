import type { Endpoint } from '../declare/operation';

/** The route that reads an application with what belongs to it. */
export const applicationDetailRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id/get_detail',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get_detail',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'application_detail',
	errors: {
		1002201: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
	},
} as const satisfies Endpoint;
