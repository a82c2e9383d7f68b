import type { Lookup } from '../declare/lookup';
import type { NameList } from '../declare/names';
import type { PagedEndpoint } from '../declare/operation';

const jobList: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/jobs',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job/list',
	limits: [{ requests: 50, perSeconds: 1 }],
	scopes: ['hire:job:readonly'],
	effect: 'read',
	pages: { size: 20 },
};

/** The jobs (职位), each with its number, since several may have the same title. */
export const jobs: Lookup = {
	name: 'searchJobs',
	async load(readAll) {
		const choices = [];
		for await (const { id, title, code } of readAll(jobList)) {
			choices.push({
				name: code ? `${String(title || id)} (${String(code)})` : String(title || id),
				value: String(id),
			});
		}
		return choices;
	},
};

/** What jobs are called. */
export const jobTitles: NameList = {
	things: 'jobs',
	list: jobList,
	namesIn: ({ id, title }) => [[String(id), String(title ?? '')]],
};
