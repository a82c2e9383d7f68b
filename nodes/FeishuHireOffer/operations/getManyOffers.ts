import { employeeTypeIdType, ID_TYPES, userIdType } from '../../fields/idTypes';
import { listedOfferRow } from '../outputs';
import { talentId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { query } from '../../declare/place';

export const getManyOffers = operation({
	resource: 'offer',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many offers of a candidate',
	description: 'List the offers that one candidate was made',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/list',
	route: 'GET /open-apis/hire/v1/offers',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer:readonly', 'hire:offer'],
	effect: 'read',
	sections: ID_TYPES,
	params: {
		talentId: talentId({
			to: query('talent_id'),
			required: true,
			description: 'The candidate (人才) whose offers to list. It is not the application.',
		}),
		userIdType: userIdType({ peopleAdmin: true }),
		employeeTypeIdType: employeeTypeIdType(),
	},
	pages: { size: 200 },
	row: listedOfferRow,
	suspects:
		'Check that the candidate exists: give the ID from the talent pool (人才库), not of an application.',
});
