import { ID_TYPES } from '../../fields/idTypes';
import { offerId } from '../fields/offerId';
import { offerIdTypes } from '../fields/idTypes';
import { offerRoute } from '../../routes/offer';
import { offerRow } from '../../rows/offers';
import { operation } from '../../declare/operation';

export const getOffer = operation({
	...offerRoute,
	resource: 'offer',
	value: 'get',
	name: 'Get',
	action: 'Get an offer by its ID',
	description: 'Read one offer: its status, what it offers, and how it was sent',
	sections: ID_TYPES,
	params: { offerId: offerId(), ...offerIdTypes({ peopleAdmin: true }) },
	row: offerRow,
});
