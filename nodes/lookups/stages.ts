import type { IDataObject } from 'n8n-workflow';
import type { Lookup } from '../declare/lookup';
import type { NameList } from '../declare/names';
import type { PagedEndpoint } from '../declare/operation';

/** The route that lists the hiring processes (招聘流程) with their stages. */
export const JOB_PROCESSES = {
	route: 'GET /open-apis/hire/v1/job_processes',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job_process/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:job_process:readonly'],
	effect: 'read',
	pages: { size: 100 },
} as const satisfies PagedEndpoint;

/** The stages (阶段) of all hiring processes, in the order of each process. */
export const stages: Lookup = {
	name: 'searchStages',
	async load(readAll) {
		const choices = [];
		for await (const process of readAll(JOB_PROCESSES)) {
			for (const stage of (process.stage_list ?? []) as IDataObject[]) {
				choices.push({ name: `${nameOf(process)} › ${nameOf(stage)}`, value: String(stage.id) });
			}
		}
		return choices;
	},
};

/** What a process or a stage is called. */
export const nameOf = ({ zh_name: chinese, en_name: english, id }: IDataObject) =>
	String(chinese || english || id);

/** What stages are called. */
export const stageNames: NameList = {
	things: 'stages',
	list: JOB_PROCESSES,
	namesIn: ({ stage_list: list }) =>
		((list ?? []) as IDataObject[]).map((stage) => [String(stage.id), nameOf(stage)]),
};
