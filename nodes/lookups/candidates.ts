import type { IDataObject } from 'n8n-workflow';
import type { NameRoute } from '../declare/names';
import { applicationDetailRoute } from '../routes/applicationDetail';

/** What candidates (人才) are called. */
export const candidateNames: NameRoute = {
	name: 'candidates',
	one: {
		route: 'GET /open-apis/hire/v1/talents/:talent_id',
		docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/get',
		limits: [{ requests: 20, perSeconds: 1 }],
		scopes: ['hire:talent:readonly', 'hire:talent'],
		effect: 'read',
		record: 'talent',
	},
	partsOf: (id) => ({ path: { talent_id: id } }),
	nameIn({ talent }) {
		const { name } = ((talent as IDataObject).basic_info ?? {}) as IDataObject;
		return typeof name === 'string' && name !== '' ? name : undefined;
	},
};

/** A name that an application leads to. */
const ofApplication = (name: string, part: 'talent' | 'job'): NameRoute => ({
	name,
	one: applicationDetailRoute,
	partsOf: (id) => ({ path: { application_id: id }, query: { options: ['with_talent', 'with_job'] } }),
	nameIn({ application_detail: detail }) {
		const { name: found } = ((detail as IDataObject)[part] ?? {}) as IDataObject;
		return typeof found === 'string' && found !== '' ? found : undefined;
	},
});

/** What the candidate of an application (投递) is called. */
export const candidateOfApplication = ofApplication('candidates of applications', 'talent');

/** The title of the job that an application is for. */
export const jobOfApplication = ofApplication('jobs of applications', 'job');
