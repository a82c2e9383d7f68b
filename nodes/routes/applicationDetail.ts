import type { Endpoint } from '../declare/operation';

/** The route that reads an application with what belongs to it. */
export const applicationDetailRoute = {
	route: 'GET /open-apis/hire/v1/applications/:application_id/get_detail',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get_detail',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
	record: 'application_detail',
	// 字段权限要求 of the page.
	parts: {
		askedBy: 'options',
		of: {
			with_agency: { key: 'agency', name: 'Agency', scopes: ['hire:agency:readonly', 'hire:agency'] },
			with_talent: {
				key: 'talent',
				name: 'Candidate',
				scopes: ['hire:talent:readonly', 'hire:talent'],
				always: true,
			},
			with_employee: {
				key: 'employee',
				name: 'Employee',
				scopes: ['hire:employee:readonly', 'hire:employee'],
			},
			with_evaluation: { key: 'evaluations', name: 'Evaluations', scopes: ['hire:evaluation:readonly'] },
			with_interview: {
				key: 'interview_aggregation',
				name: 'Interviews',
				scopes: ['hire:interview:readonly', 'hire:interview'],
			},
			with_job: { key: 'job', name: 'Job', scopes: ['hire:job:readonly', 'hire:job'], always: true },
			with_offer: { key: 'offer', name: 'Offer', scopes: ['hire:offer:readonly', 'hire:offer'] },
			with_portal: { key: 'portal', name: 'Recruitment Site', scopes: ['hire:site:readonly', 'hire:site'] },
			with_referral: {
				key: 'referral',
				name: 'Referral',
				scopes: ['hire:referral:readonly', 'hire:referral'],
			},
		},
	},
	errors: {
		1002201: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
	},
} as const satisfies Endpoint;
