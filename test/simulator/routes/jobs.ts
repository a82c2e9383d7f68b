import type { Company } from '../company/company';
import type { Job } from '../company/records';
import { idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { route } from '../route';
import { millisecondsText, object, paging } from '../schema';
import { changedWithin, inListOrder } from '../updated';
import type { PeriodQuery } from '../updated';

type ListQuery = PageQuery & IdTypeQuery & PeriodQuery;

const idTypeKeys = idTypes(['user', 'department', 'jobLevel', 'jobFamily']);

function present(company: Company, job: Job, departmentType: string): Record<string, unknown> {
	const process = company.processes.get(job.processId);
	const department = company.directories.department.entries[0];
	return {
		id: job.id,
		title: job.title,
		description: '',
		code: `A${job.id.slice(-6)}`,
		department: department && {
			id: department.ids[departmentType],
			zh_name: department.zhName,
			en_name: department.enName,
		},
		active_status: job.closed ? 2 : 1,
		process_type: process?.type,
		process_id: process?.id,
		process_name: process?.zhName,
		process_en_name: process?.enName,
		head_count: 1,
		job_attribute: 1,
		create_timestamp: job.createTime === undefined ? undefined : String(job.createTime),
		update_timestamp: job.modifyTime === undefined ? undefined : String(job.modifyTime),
	};
}

export const jobRoutes = [
	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/jobs',
		limits: [{ requests: 50, perSeconds: 1 }],
		scopes: ['hire:job:readonly'],
		successMessage: 'ok',
		query: object(
			{},
			{
				update_start_time: millisecondsText,
				update_end_time: millisecondsText,
				...idTypeKeys.keys,
				...paging(20),
			},
		),
		handle({ query, company, behaviour }) {
			const matching = [...company.jobs.values()].filter((job) => changedWithin(job, query, behaviour));
			const all = inListOrder(matching, behaviour);
			const page = pageOf('jobs', all, query);
			const { department } = idTypeKeys.of(query);
			return { ...page, items: page.items.map((job) => present(company, job, department)) };
		},
	}),
];
