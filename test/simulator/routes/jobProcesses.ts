import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { object, paging } from '../schema';

export const jobProcessRoutes = [
	route<PageQuery>()({
		name: 'GET /open-apis/hire/v1/job_processes',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:job_process:readonly'],
		query: object({}, paging(100)),
		handle({ query, company }) {
			const page = pageOf('job_processes', [...company.processes.values()], query);
			const items = page.items.map((process) => ({
				id: process.id,
				zh_name: process.zhName,
				en_name: process.enName,
				type: process.type,
				stage_list: process.stages.map((stage) => ({
					id: stage.id,
					zh_name: stage.zhName,
					en_name: stage.enName,
					type: stage.type,
				})),
			}));
			return { ...page, items };
		},
	}),
];
