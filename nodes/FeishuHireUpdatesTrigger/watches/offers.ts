import type { IDataObject } from 'n8n-workflow';
import { applicationOfferRoute } from '../../routes/applications';
import { offerOfApplicationRow } from '../../rows/offers';
import { unlessGone } from '../gone';
import { applicationOf, changedApplications } from './applications';
import { applicationFilters } from './filters';
import { timeOf, type Watch } from './watch';

/** Offers, of applications that changed: Feishu Hire lists offers by candidate only. */
export const offers: Watch = {
	...changedApplications,
	params: applicationFilters(),
	async read({ id }, call) {
		const { changed } = await applicationOf(id, call);
		const answer = await unlessGone(call(applicationOfferRoute, { path: { application_id: id } }));
		if (!answer) return { changed };
		const offer = answer.offer as IDataObject;
		const created = timeOf((offer.basic_info as IDataObject | undefined)?.create_time);
		return { changed, found: { key: String(offer.id), created, record: offer } };
	},
	row: offerOfApplicationRow,
};
