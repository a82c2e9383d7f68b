import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { besideIn } from './names';

const RESUME_SOURCES: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/resume_sources',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/resume_source/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:talent:readonly', 'hire:talent'],
	effect: 'read',
	pages: { size: 100 },
};

const IN_USE = 1;

/** Where candidates come from (简历来源). */
export const resumeSources: Listed = {
	name: 'searchResumeSources',
	async *entries({ all }) {
		for await (const source of all(RESUME_SOURCES)) {
			yield {
				id: String(source.id),
				names: besideIn(source),
				retired: source.active_status !== IN_USE,
			};
		}
	},
};
