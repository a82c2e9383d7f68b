import { ID_TYPES } from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { applicationOfferRoute } from '../../routes/applications';
import { offerIdTypes } from '../fields/idTypes';
import { offerOfApplicationRow } from '../../rows/offers';
import { operation } from '../../declare/operation';

export const getOfferByApplication = operation({
	...applicationOfferRoute,
	resource: 'offer',
	value: 'getByApplication',
	name: 'Get by Application',
	action: 'Get the offer of an application',
	description: 'Read the offer that was made for an application (投递)',
	sections: ID_TYPES,
	params: { applicationId: applicationId(), ...offerIdTypes() },
	row: offerOfApplicationRow,
});
