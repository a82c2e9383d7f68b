import { ALL_KINDS, idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { id, millisecondsText, object, paging } from '../schema';

interface ListQuery extends PageQuery, IdTypeQuery {
	job_id?: string;
}

const idTypeKeys = idTypes(ALL_KINDS);

export const jobRequirementRoutes = [
	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/job_requirements',
		limits: [
			{ requests: 1000, perSeconds: 60 },
			{ requests: 50, perSeconds: 1 },
		],
		scopes: ['hire:job_requirement:readonly', 'hire:job_requirement'],
		query: object(
			{},
			{
				job_id: id,
				create_time_begin: millisecondsText,
				create_time_end: millisecondsText,
				update_time_begin: millisecondsText,
				update_time_end: millisecondsText,
				...idTypeKeys.keys,
				...paging(100),
			},
		),
		handle({ query, company }) {
			const all = [...company.jobRequirements.values()].filter(
				({ jobIds }) => !query.job_id || jobIds.includes(query.job_id),
			);
			const page = pageOf('job_requirements', all, query);
			const items = page.items.map((requirement) => ({
				id: requirement.id,
				short_code: requirement.shortCode,
				name: requirement.name,
				display_progress: requirement.progress,
				head_count: 1,
				category: 1,
				job_id_list: requirement.jobIds,
				process_type: 1,
			}));
			return { ...page, items };
		},
	}),
];
