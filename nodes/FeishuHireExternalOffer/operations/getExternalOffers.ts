import type { IDataObject } from 'n8n-workflow';
import { externalOfferSearch, SEARCH_SIZE } from '../externalOfferSearch';
import { externalOfferRow } from '../outputs';
import { operation } from '../../declare/operation';
import { id, idList } from '../../declare/params';
import { body, query } from '../../declare/place';
import { externalApplications } from '../../lookups/externalApplications';

export const getExternalOffers = operation({
	...externalOfferSearch,
	resource: 'externalOffer',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many external offers',
	description: 'Get offers that were imported from other systems (外部 Offer): all, or those that you name',
	pages: { size: SEARCH_SIZE },
	row: externalOfferRow,
	params: {
		externalApplicationId: id({
			lookup: externalApplications,
			name: 'External Application',
			to: query('external_application_id'),
			description:
				'Only offers of this imported application (外部投递). Feishu Hire does not look at it when External Offers are given',
			absence: 'those of all applications are listed',
			placeholder: 'e.g. 7395015673275697419',
		}),
		externalOfferIdList: idList({
			name: 'External Offers',
			to: body('external_offer_id_list'),
			things: 'external offers',
			description:
				'Only these offers, as many as you like: IDs separated by commas, or an expression that yields an array',
			absence: 'all of them are listed',
			placeholder: 'e.g. 6989202908470446380, 6989202908470446381',
		}),
	},
	async steps({ values, parts }, { list }) {
		const given = values.externalOfferIdList as string[] | undefined;
		if (!given) return { items: await list(parts) };
		const ids = [...new Set(given)];
		const wanted = values.returnAll === true ? Infinity : Number(values.limit);
		const offers: IDataObject[] = [];
		for (let at = 0; at < ids.length && offers.length < wanted; at += SEARCH_SIZE) {
			const group = { external_offer_id_list: ids.slice(at, at + SEARCH_SIZE) };
			offers.push(...(await list({ ...parts, body: group })));
		}
		return { items: offers.slice(0, wanted) };
	},
});
