import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { kindOf, type Kinds } from './kinds';
import { localized } from './names';

const JOB_LEVELS: PagedEndpoint = {
	route: 'GET /open-apis/contact/v3/job_levels',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/job_level/list',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['contact:job_level:readonly', 'contact:job_level', 'contact:contact:readonly_as_app'],
	effect: 'read',
	pages: { size: 50 },
};

const KINDS: Kinds<'job_level_id'> = {
	things: 'Job levels (职级)',
	parameter: 'jobLevelIdType',
	title: 'Job Level ID Type',
	names: { job_level_id: 'Job Level ID' },
};

/** The job levels (职级). */
export const jobLevels: Listed = {
	name: 'searchJobLevels',
	asks: [KINDS.parameter],
	async *entries({ all, chosen }) {
		kindOf(KINDS, chosen);
		for await (const { job_level_id: id, name, i18n_name: list, status } of all(JOB_LEVELS)) {
			yield { id: String(id), names: localized(name, list), retired: status === false };
		}
	},
};
