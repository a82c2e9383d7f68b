import type { IDataObject } from 'n8n-workflow';
import type { NameRoute } from '../declare/names';

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
