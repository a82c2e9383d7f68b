import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { presentStage } from './applications';
import { besideIn } from './names';

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
export const stages: Listed = {
	name: 'searchStages',
	pathFirst: true,
	async *entries({ all }) {
		for await (const process of all(JOB_PROCESSES)) {
			for (const stage of (process.stage_list ?? []) as IDataObject[]) yield stageOf(stage, process);
		}
	},
	async fit(reads) {
		const [all, [present]] = await Promise.all([reads.entries(stages), reads.entries(presentStage)]);
		const process = reads.chosen('processId');
		if (!present) return (stage) => (process && stage.belongs !== process ? undefined : stage);
		const own = new Set(all.filter(({ id }) => id === present.id).map(({ belongs }) => belongs));
		// All are of the one process: its name would only hide theirs.
		return (stage) =>
			own.has(stage.belongs)
				? { ...stage, path: [], ...(stage.id === present.id ? { note: 'present stage' } : {}) }
				: undefined;
	},
};

const stageOf = (stage: IDataObject, process: IDataObject): Entry => ({
	id: String(stage.id),
	names: besideIn(stage),
	path: [besideIn(process)],
	belongs: String(process.id),
});

/** What a process or a stage is called. */
export const nameOf = (named: IDataObject) => {
	const { zh, en } = besideIn(named);
	return zh ?? en ?? String(named.id);
};
