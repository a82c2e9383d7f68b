import type { IDataObject } from 'n8n-workflow';
import type { Entry, Names, Searched } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { OFFER_STATUSES } from '../fields/offerStatuses';
import { offerRoute } from '../routes/offer';
import { oneApplication } from './applications';
import { byCandidate } from './byCandidate';
import { allOf } from './groups';
import { nameOfTalent, ofTalents } from './talents';

/** The route that lists the offers of a candidate. */
export const OFFERS = {
	route: 'GET /open-apis/hire/v1/offers',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:offer:readonly', 'hire:offer'],
	effect: 'read',
	pages: { size: 200 },
} as const satisfies PagedEndpoint;

/** What a state of an offer is called. */
function stateNames(status: unknown): Names {
	const found = OFFER_STATUSES.find(({ value }) => value === status);
	return found ? { zh: found.zh?.split(' / ')[0], en: found.name } : {};
}

function entryOf(offer: IDataObject, candidate: string): Entry {
	const { id, job_info: job, offer_status: status } = offer;
	return {
		id: String(id),
		names: { zh: candidate },
		also: [{ zh: String((job as IDataObject | undefined)?.job_name ?? '') }, stateNames(status)],
	};
}

/** The offers of the candidates found, or of those who changed last. */
export const offers: Searched = {
	name: 'searchOffers',
	told: byCandidate({
		none: 'no offer',
		async of({ id, name }, reads) {
			const found = await allOf(reads.all(OFFERS, { query: { talent_id: id } }));
			return found.map((offer) => entryOf(offer, name));
		},
	}),
	async one(id, reads) {
		const { offer } = await reads.call(offerRoute, { path: { offer_id: id } });
		const { application_id: application, basic_info: info } = (offer ?? {}) as IDataObject;
		const { names, also: [job = {}] = [] } = await oneApplication(String(application), reads);
		return { id, names, also: [job, stateNames((info as IDataObject | undefined)?.offer_status)] };
	},
	search: (typed, reads) =>
		ofTalents(typed, reads, async (talent) => {
			const found = await allOf(reads.all(OFFERS, { query: { talent_id: String(talent.id) } }));
			return found.map((offer) => entryOf(offer, nameOfTalent(talent)));
		}),
};
