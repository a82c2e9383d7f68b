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
	description:
		'Read the regular offer that was made for an application (投递). Feishu Hire gives no internship offer (实习 Offer) here, and when and how the offer was sent only to some companies: Get shows both.',
	sections: ID_TYPES,
	params: { applicationId: applicationId(), ...offerIdTypes() },
	row: offerOfApplicationRow,
});
