import { externalOfferSearch, readExternalOffer } from '../externalOfferSearch';
import { externalOfferRow } from '../outputs';
import { operation } from '../../declare/operation';
import { id } from '../../declare/params';
import { body } from '../../declare/place';
import { externalOffers } from '../../lookups/externalOffers';

export const getExternalOffer = operation({
	...externalOfferSearch,
	resource: 'externalOffer',
	value: 'get',
	name: 'Get',
	action: 'Get an external offer',
	description: 'Get an offer that was imported from another system (外部 Offer)',
	params: {
		externalOfferId: id({
			lookup: externalOffers,
			name: 'External Offer',
			to: body('external_offer_id_list'),
			required: true,
			description: 'The offer imported from another system (外部 Offer), by the ID that Feishu Hire gave it',
			placeholder: 'e.g. 6989202908470446380',
		}),
	},
	record: 'external_offer',
	row: externalOfferRow,
	async steps({ values }, { call }) {
		return { external_offer: await readExternalOffer(call, String(values.externalOfferId)) };
	},
});
