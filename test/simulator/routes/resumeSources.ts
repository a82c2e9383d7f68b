import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { object, paging } from '../schema';

export const resumeSourceRoutes = [
	route<PageQuery>()({
		name: 'GET /open-apis/hire/v1/resume_sources',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		query: object({}, paging(100)),
		handle({ query, company }) {
			// The page has 1000 for the default and 100 for the most; a request without a size gets the most.
			const sized = { page_size: '100', ...query };
			const page = pageOf('resume_sources', [...company.resumeSources.values()], sized);
			const items = page.items.map((source) => ({
				id: source.id,
				zh_name: source.zhName,
				en_name: source.enName,
				active_status: source.active ? 1 : 2,
				resume_source_type: String(source.type),
			}));
			return { ...page, items };
		},
	}),
];
