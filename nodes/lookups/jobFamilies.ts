import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { kindOf, type Kinds } from './kinds';
import { localized } from './names';

const JOB_FAMILIES: PagedEndpoint = {
	route: 'GET /open-apis/contact/v3/job_families',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/job_family/list',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['contact:job_family:readonly', 'contact:job_family', 'contact:contact:readonly_as_app'],
	effect: 'read',
	pages: { size: 50 },
};

const KINDS: Kinds<'job_family_id'> = {
	things: 'Job families (序列)',
	parameter: 'jobFamilyIdType',
	title: 'Job Family ID Type',
	names: { job_family_id: 'Job Family ID' },
};

/** The job families (序列). */
export const jobFamilies: Listed = {
	name: 'searchJobFamilies',
	asks: [KINDS.parameter],
	async *entries({ all, chosen }) {
		kindOf(KINDS, chosen);
		for await (const { job_family_id: id, name, i18n_name: list, status } of all(JOB_FAMILIES)) {
			yield { id: String(id), names: localized(name, list), retired: status === false };
		}
	},
};
