import type { IDataObject } from 'n8n-workflow';
import { InvalidValue } from '../declare/invalid';
import type { Call, Endpoint } from '../declare/operation';
import { EXTERNAL_OFFER_SEARCH } from '../lookups/externalOffers';

/** The most IDs that one search takes, and the most records that one of its pages holds. */
export const SEARCH_SIZE = 20;

/** The route that finds external offers by their IDs or by their application. */
export const externalOfferSearch = {
	...EXTERNAL_OFFER_SEARCH,
	suspects:
		'Check that the IDs are those of external offers (外部 Offer) and external applications (外部投递) in Feishu Hire, not your own keys.',
} as const satisfies Endpoint;

/** @throws InvalidValue where there is no external offer with this ID */
export async function readExternalOffer(call: Call, id: string): Promise<IDataObject> {
	const { items } = await call(externalOfferSearch, { body: { external_offer_id_list: [id] } });
	const found = ((items ?? []) as IDataObject[]).find((offer) => offer.id === id);
	if (found) return found;
	throw new InvalidValue(
		'The external offer does not exist',
		"Check 'External Offer': give the ID that Feishu Hire gave the external offer, not your own key.",
	);
}
