/** The things that are watched: how they come about and change at the simulator, and how a raw row shows it. */
import type { IDataObject } from 'n8n-workflow';
import { MINUTE, type Hiring } from './watching';

export interface Kind {
	readonly watch: 'applications' | 'interviews' | 'jobs' | 'talents';
	/** The route that is read page after page. */
	readonly list: `GET /open-apis/${string}`;
	readonly add: (hiring: Hiring, at: number) => string;
	readonly change: (hiring: Hiring, id: string, at: number) => void;
	/** When the record of a row had changed. */
	readonly changed: (row: IDataObject) => unknown;
	/** In the row of Simplify: the key of its ID, that of the time of its change, and what else it says. */
	readonly simple: readonly [key: string, time: string, named: (hiring: Hiring, id: string) => IDataObject];
}

const kept = <T extends { modifyTime?: number }>(records: ReadonlyMap<string, T>, id: string): T => {
	const record = records.get(id);
	if (!record) throw new Error(`There is no ${id}`);
	return record;
};

export const kinds: readonly Kind[] = [
	{
		watch: 'applications',
		list: 'GET /open-apis/hire/v1/applications',
		add: (hiring, at) => hiring.apply(1, at)[0] ?? '',
		change: (hiring, id, at) => hiring.move(id, at),
		changed: ({ modify_time }) => modify_time,
		simple: [
			'application_id',
			'modify_time',
			() => ({ job_title: 'Backend Engineer', stage_name: '简历初筛', active_status_name: 'Active' }),
		],
	},
	{
		watch: 'jobs',
		list: 'GET /open-apis/hire/v1/jobs',
		add({ simulator: { company, ids } }, at) {
			const job = company.addJob('Tester', ids.stages.social.processId);
			return Object.assign(job, { createTime: at, modifyTime: at }).id;
		},
		change: ({ simulator }, id, at) => void (kept(simulator.company.jobs, id).modifyTime = at),
		changed: ({ update_timestamp }) => update_timestamp,
		simple: ['job_id', 'update_time', () => ({ job_title: 'Tester', process_name: '社招流程' })],
	},
	{
		watch: 'talents',
		list: 'GET /open-apis/hire/v1/talents',
		add({ simulator: { company } }, at) {
			return Object.assign(company.addTalent('Mei Lin'), { createTime: at, modifyTime: at }).id;
		},
		change: ({ simulator }, id, at) => void (kept(simulator.company.talents, id).modifyTime = at),
		changed: ({ basic_info }) => (basic_info as IDataObject).modify_time,
		simple: [
			'talent_id',
			'modify_time',
			({ simulator }, id) => ({
				candidate_name: 'Mei Lin',
				candidate_email: simulator.company.talents.get(id)?.email,
			}),
		],
	},
	{
		watch: 'interviews',
		list: 'GET /open-apis/hire/v1/interviews',
		add({ simulator: { company, ids } }, at) {
			// Some were before, some are to come.
			const beginTime = at + (company.interviews.size % 9) * 60 * MINUTE - 200 * MINUTE;
			return company.addInterview({
				applicationId: ids.applications.interview,
				stageId: ids.stages.social.interview,
				beginTime,
				endTime: beginTime + 45 * MINUTE,
				round: 0,
				interviewerId: [...company.interviews.values()][0]?.interviewerId ?? '',
				createTime: at,
				modifyTime: at,
			}).id;
		},
		change({ simulator }, id, at) {
			const interview = kept(simulator.company.interviews, id);
			// Put off, which moves it in a list by that time.
			Object.assign(interview, { modifyTime: at, beginTime: interview.beginTime + 90 * MINUTE });
		},
		changed: ({ biz_modify_time }) => String(biz_modify_time),
		simple: [
			'interview_id',
			'biz_modify_time',
			({ simulator }) => ({ application_id: simulator.ids.applications.interview, stage_name: '面试' }),
		],
	},
];
