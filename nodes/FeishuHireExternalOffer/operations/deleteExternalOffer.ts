import { externalOfferSearch } from '../externalOfferSearch';
import { externalOfferId } from '../fields/ids';
import { operation } from '../../declare/operation';

export const deleteExternalOffer = operation({
	resource: 'externalOffer',
	value: 'delete',
	name: 'Delete',
	action: 'Delete an external offer for good',
	description:
		'Delete an offer that was imported from another system (外部 Offer). It cannot be brought back.',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_offer/delete',
	route: 'DELETE /open-apis/hire/v1/external_offers/:external_offer_id',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer'],
	effect: 'idempotent',
	orderedBy: 'externalOfferId',
	params: { externalOfferId: externalOfferId() },
	async proof({ values }, call) {
		const { items } = await call(externalOfferSearch, {
			body: { external_offer_id_list: [String(values.externalOfferId)] },
		});
		return Array.isArray(items) && items.length === 0 ? {} : undefined;
	},
	suspects:
		'Check that the external offer exists: it may be deleted already, or the ID may be your own key instead of the one that Feishu Hire gave.',
});
