import type { IDataObject } from 'n8n-workflow';
import { applicationRow } from '../../rows/applications';
import { jobId } from '../fields/ids';
import { talentId } from '../../fields/ids';
import { processes } from '../../lookups/processes';
import { stages } from '../../lookups/stages';
import { applicationList } from '../../routes/applications';
import { includeCandidateNames, operation, simplify, type Call } from '../../declare/operation';
import { choice, choices, flag, id, timestamp } from '../../declare/params';
import { query } from '../../declare/place';
import { getApplication } from './getApplication';

/** How many details are read side by side. */
const AT_ONCE = 50;

export const getManyApplications = operation({
	...applicationList,
	resource: 'application',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many applications',
	description: 'List applications (投递), by job, candidate, stage, state or time of the last change',
	params: {
		fetchDetails: flag({
			name: 'Fetch Details',
			to: undefined,
			open: true,
			description:
				'Whether to read each application too, with one more request for each. Feishu Hire lists only the IDs.',
		}),
		simplify: simplify({ fetchDetails: [true] }),
		includeCandidateNames: includeCandidateNames({ fetchDetails: [true], simplify: [true] }),
		processId: id({
			name: 'Hiring Process',
			lookup: processes,
			to: query('process_id'),
			description: 'Only applications in this hiring process (招聘流程), by its ID',
			absence: 'those of all processes are listed',
		}),
		stageId: id({
			name: 'Stage',
			to: query('stage_id'),
			description: 'Only applications in this stage (阶段)',
			absence: 'those in all stages are listed',
			lookup: stages,
		}),
		talentId: talentId({
			to: query('talent_id'),
			description: 'Only applications of this candidate (人才)',
			absence: 'those of all candidates are listed',
		}),
		jobId: jobId({
			to: query('job_id'),
			description: 'Only applications for this job (职位)',
			absence: 'those for all jobs are listed',
		}),
		activeStatus: choice({
			name: 'Active Status',
			to: query('active_status'),
			required: true,
			description:
				'Which applications to list. A terminated one has ended; a change of many should leave those alone.',
			options: [
				{ name: 'Active', value: '1', zh: '活跃 / 活跃投递' },
				{ name: 'All', value: '3', zh: '全部' },
				{ name: 'Inactive', value: '2', zh: '非活跃 / 非活跃投递', description: 'Terminated applications' },
			],
			default: '1',
		}),
		lockStatus: choices({
			name: 'Lock Status',
			to: query('lock_status'),
			description: 'Only applications of candidates with these locks (锁定状态)',
			absence: 'those with any lock are listed',
			options: [
				{ name: 'Locked in Another Job', value: 2, zh: '锁定在其他职位' },
				{ name: 'Locked in This Job', value: 3, zh: '锁定在当前职位' },
				{ name: 'Not Locked', value: 1, zh: '未锁定' },
			],
		}),
		updateStartTime: timestamp({
			name: 'Updated From',
			to: query('update_start_time'),
			wire: 'string',
			description: 'Only applications that changed at this time or later',
			absence: 'it does not matter how early they changed',
		}),
		updateEndTime: timestamp({
			name: 'Updated Until',
			to: query('update_end_time'),
			wire: 'string',
			description: 'Only applications that changed at this time or earlier',
			absence: 'it does not matter how late they changed',
		}),
	},
	row: applicationRow,
	gives: { application_id: 'string' },
	async steps({ values, parts }, { list, call }) {
		// Unlike other lists, this one has bare IDs for items.
		const ids = (await list(parts)) as unknown as string[];
		if (values.fetchDetails !== true) return { items: ids.map((each) => ({ application_id: each })) };
		return { items: await detailsOf(ids, call) };
	},
	suspects:
		'Check the filters: the process, the stage, the job and the candidate must exist, and Updated From must not be later than Updated Until.',
});

async function detailsOf(ids: string[], call: Call): Promise<IDataObject[]> {
	const applications: IDataObject[] = [];
	for (let start = 0; start < ids.length; start += AT_ONCE) {
		const answers = ids
			.slice(start, start + AT_ONCE)
			.map(async (each) => await call(getApplication, { path: { application_id: each } }));
		// What is under way comes to its end before a failure of one of them is told.
		await Promise.allSettled(answers);
		for (const { application } of await Promise.all(answers)) applications.push(application as IDataObject);
	}
	return applications;
}
