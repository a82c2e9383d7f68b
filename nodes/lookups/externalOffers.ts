import type { Entry, LookupReads, Searched } from '../declare/lookup';
import type { Endpoint, PagedEndpoint } from '../declare/operation';
import { byCandidate } from './byCandidate';
import { externalApplicationsOf } from './externalApplications';
import { allOf, sideBySide } from './groups';
import { nameOfTalent, ofTalents } from './talents';

/** The route that finds external offers by their IDs or by their application. */
export const EXTERNAL_OFFER_SEARCH = {
	route: 'POST /open-apis/hire/v1/external_offers/batch_query',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_offer/batch_query',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
	effect: 'read',
} as const satisfies Endpoint;

const EXTERNAL_OFFERS: PagedEndpoint = { ...EXTERNAL_OFFER_SEARCH, pages: { size: 20 } };

/** The imported offers of a candidate, through the imported applications. */
async function offersOf(talent: string, candidate: string, reads: LookupReads): Promise<Entry[]> {
	const applications = await externalApplicationsOf({ id: talent }, reads);
	const offers = applications.map(async ({ id, job_title: job }) => {
		const query = { external_application_id: String(id) };
		const found = await allOf(reads.all(EXTERNAL_OFFERS, { query, body: {} }));
		return found.map((offer) => ({
			id: String(offer.id),
			names: { zh: candidate },
			also: [{ zh: String(job ?? '') }, { zh: String(offer.offer_status ?? '') }],
		}));
	});
	return (await sideBySide(offers)).flat();
}

/** The imported offers (外部 Offer) of the candidates found, or of those who changed last. */
export const externalOffers: Searched = {
	name: 'searchExternalOffers',
	told: byCandidate({
		none: 'no imported offer',
		of: async ({ id, name }, reads) => await offersOf(id, name, reads),
	}),
	search: (typed, reads) =>
		ofTalents(typed, reads, async (talent) => await offersOf(String(talent.id), nameOfTalent(talent), reads)),
};
