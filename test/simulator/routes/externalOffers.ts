import type { Company } from '../company/company';
import type { ExternalOffer } from '../company/records';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { invalidParameter } from '../refusal';
import { json, route } from '../route';
import type { Behaviour } from '../route';
import { id, ids, millisecondsText, object, paging, text } from '../schema';

interface Fields {
	external_application_id: string;
	biz_create_time?: string;
	owner?: string;
	offer_status?: string;
	attachment_id_list?: string[];
}

interface CreateBody extends Fields {
	external_id?: string;
}

interface Search extends PageQuery {
	external_application_id?: string;
}

interface SearchBody {
	external_offer_id_list?: string[];
}

const ONCE_WITHIN_MS = 24 * 60 * 60 * 1000;
const limits = [{ requests: 10, perSeconds: 1 }];
const optional = { biz_create_time: millisecondsText, owner: text, offer_status: text };

/** By default a field without a value is left out: the examples on the page never show an empty one. */
function present(
	company: Company,
	offer: ExternalOffer,
	{ neverGiven }: Pick<Behaviour, 'neverGiven'>,
): Record<string, unknown> {
	const none = neverGiven === 'zero' ? '' : undefined;
	return {
		id: offer.id,
		external_application_id: offer.externalApplicationId,
		biz_create_time: offer.bizCreateTime ?? none,
		owner: offer.owner ?? none,
		offer_status: offer.offerStatus ?? none,
		attachment_list: offer.attachmentIds.flatMap((attachmentId) => {
			const attachment = company.attachments.get(attachmentId);
			return attachment ? [{ id: attachment.id, name: attachment.name, size: attachment.size }] : [];
		}),
	};
}

function fieldsOf(company: Company, body: Fields): Omit<ExternalOffer, 'id'> {
	// The pages name one code for all of this; that unknown ids are refused at all is assumed.
	if (!company.externalApplications.has(body.external_application_id)) {
		throw invalidParameter(`external application ${body.external_application_id} does not exist`);
	}
	const attachmentIds = body.attachment_id_list ?? [];
	for (const attachmentId of attachmentIds) {
		if (!company.attachments.has(attachmentId)) {
			throw invalidParameter(`attachment ${attachmentId} does not exist`);
		}
	}
	return {
		externalApplicationId: body.external_application_id,
		bizCreateTime: body.biz_create_time,
		owner: body.owner,
		offerStatus: body.offer_status,
		attachmentIds,
	};
}

/** An empty `external_id` counts as none. */
function firstWith(company: Company, externalId: string | undefined, now: number): ExternalOffer | undefined {
	const use = externalId ? company.externalIdUses.get(externalId) : undefined;
	if (!use || now - use.at >= ONCE_WITHIN_MS) return undefined;
	return company.externalOffers.get(use.externalOfferId);
}

/** Assumed: ids that are not known are left out, and with neither condition everything is listed, in pages. */
function search(company: Company, query: Search, body: SearchBody): ExternalOffer[] {
	const { externalOffers } = company;
	if (body.external_offer_id_list?.length) {
		return body.external_offer_id_list.flatMap((offerId) => externalOffers.get(offerId) ?? []);
	}
	const all = [...externalOffers.values()];
	const { external_application_id: applicationId } = query;
	return applicationId ? all.filter((offer) => offer.externalApplicationId === applicationId) : all;
}

export const externalOfferRoutes = [
	route<unknown, CreateBody>()({
		name: 'POST /open-apis/hire/v1/external_offers',
		limits,
		scopes: ['hire:external_offer'],
		successMessage: 'SUCCESS',
		body: json(
			object(
				{ external_application_id: id },
				{ external_id: text, ...optional, attachment_id_list: ids(20) },
			),
		),
		handle({ body, company, behaviour, now, applied }) {
			const fields = fieldsOf(company, body);
			// The page says that an external_id creates once in 24 hours, not what the second request is told.
			const first = firstWith(company, body.external_id, now);
			if (first) {
				if (behaviour.repeatedExternalId === 'refuses') {
					throw invalidParameter('external_id was used within the last 24 hours');
				}
				applied(first.id, false);
				return { external_offer: present(company, first, behaviour) };
			}
			const offer = company.addExternalOffer(fields);
			if (body.external_id) {
				company.externalIdUses.set(body.external_id, { at: now, externalOfferId: offer.id });
			}
			applied(offer.id);
			return { external_offer: present(company, offer, behaviour) };
		},
	}),

	route<unknown, Fields>()({
		name: 'PUT /open-apis/hire/v1/external_offers/:external_offer_id',
		limits,
		scopes: ['hire:external_offer'],
		successMessage: 'SUCCESS',
		body: json(object({ external_application_id: id }, { ...optional, attachment_id_list: ids(10) })),
		handle({ params, body, company, behaviour, applied }) {
			const old = company.externalOffers.get(params.external_offer_id);
			if (!old) throw invalidParameter('external offer does not exist');
			const offer = { ...fieldsOf(company, body), id: old.id };
			const changed =
				JSON.stringify(present(company, offer, behaviour)) !==
				JSON.stringify(present(company, old, behaviour));
			company.externalOffers.set(offer.id, offer);
			applied(offer.id, changed);
			return { external_offer: present(company, offer, behaviour) };
		},
	}),

	route<Search, SearchBody>()({
		name: 'POST /open-apis/hire/v1/external_offers/batch_query',
		limits,
		scopes: ['hire:external_offer', 'hire:external_offer:readonly'],
		successMessage: 'SUCCESS',
		query: object({}, { external_application_id: text, ...paging(20) }),
		body: json(object({}, { external_offer_id_list: ids(20) })),
		handle({ query, body, company, behaviour }) {
			const page = pageOf('external_offers', search(company, query, body), query);
			return { ...page, items: page.items.map((offer) => present(company, offer, behaviour)) };
		},
	}),

	route()({
		name: 'DELETE /open-apis/hire/v1/external_offers/:external_offer_id',
		limits,
		scopes: ['hire:external_offer'],
		successMessage: 'SUCCESS',
		handle({ params, company, applied }) {
			if (!company.externalOffers.delete(params.external_offer_id)) {
				throw invalidParameter('external offer does not exist');
			}
			applied(params.external_offer_id);
			return undefined;
		},
	}),
];
