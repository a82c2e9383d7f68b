import type { IDataObject } from 'n8n-workflow';
import type { Entry, LookupReads, Searched } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { byCandidate } from './byCandidate';
import { allOf } from './groups';
import { nameOfTalent, ofTalents } from './talents';

/** The route that lists the external applications of a candidate. */
export const EXTERNAL_APPLICATIONS = {
	route: 'GET /open-apis/hire/v1/external_applications',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_application/list',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:external_application'],
	effect: 'read',
	pages: { size: 20 },
} as const satisfies PagedEndpoint;

/** The external applications of a candidate. */
export const externalApplicationsOf = async (
	talent: IDataObject,
	{ all }: Pick<LookupReads, 'all'>,
): Promise<IDataObject[]> =>
	await allOf(all(EXTERNAL_APPLICATIONS, { query: { talent_id: String(talent.id) } }));

function entryOf({ id, job_title: job, stage }: IDataObject, candidate: string): Entry {
	return {
		id: String(id),
		names: { zh: candidate },
		also: [{ zh: String(job ?? '') }, { zh: String(stage ?? '') }],
	};
}

/** The imported applications (外部投递) of the candidates found, or of those who changed last. */
export const externalApplications: Searched = {
	name: 'searchExternalApplications',
	told: byCandidate({
		none: 'no imported application',
		of: async ({ id, name }, reads) =>
			(await externalApplicationsOf({ id }, reads)).map((application) => entryOf(application, name)),
	}),
	search: (typed, reads) =>
		ofTalents(typed, reads, async (talent) =>
			(await externalApplicationsOf(talent, reads)).map((application) =>
				entryOf(application, nameOfTalent(talent)),
			),
		),
};
