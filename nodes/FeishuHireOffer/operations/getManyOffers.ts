import { employeeTypeIdType, ID_TYPES, userIdType } from '../../fields/idTypes';
import { listedOfferRow } from '../outputs';
import { talentId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { query } from '../../declare/place';
import { OFFERS } from '../../lookups/offers';

export const getManyOffers = operation({
	...OFFERS,
	resource: 'offer',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many offers of a candidate',
	description: 'List the offers that one candidate was made',
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
	row: listedOfferRow,
	suspects:
		'Check that the candidate exists: give the ID from the talent pool (人才库), not of an application.',
});
