import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { object, paging } from '../schema';

export const terminationReasonRoutes = [
	route<PageQuery>()({
		name: 'GET /open-apis/hire/v1/termination_reasons',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:application:readonly', 'hire:application'],
		query: object({}, paging(200)),
		handle({ query, company }) {
			const page = pageOf('termination_reasons', [...company.reasons.values()], query);
			const items = page.items.map((reason) => {
				const name = { zh_cn: reason.zhName, en_us: reason.enName };
				return {
					id: reason.id,
					name,
					referral_name: name,
					termination_type: reason.type,
					is_used_as_evaluation: reason.usedInEvaluation,
					active_status: reason.active ? 1 : 2,
				};
			});
			return { ...page, items };
		},
	}),
];
