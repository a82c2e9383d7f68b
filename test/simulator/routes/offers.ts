import type { Company } from '../company/company';
import { OfferStatus, StageType } from '../company/records';
import type { Offer } from '../company/records';
import { Refusal, invalidParameter } from '../refusal';
import { json, route } from '../route';
import type { Behaviour } from '../route';
import { date, ids, object, oneOf, text } from '../schema';

interface StatusBody {
	offer_status: OfferStatus;
	expiration_date?: string;
	termination_reason_id_list?: string[];
	termination_reason_note?: string;
}

/**
 * The page shows the allowed steps in a picture only. Assumed here: a new offer may be given any result of
 * approval at once, since the other system may report nothing but the end; an offer under approval comes to
 * one of three ends; one that was withdrawn or not approved starts over; and what is approved stays so until
 * it is sent. After that the candidate answers, or time runs out, even on an accepted offer.
 */
const STEPS: Record<OfferStatus, readonly OfferStatus[]> = {
	[OfferStatus.created]: [
		OfferStatus.inApproval,
		OfferStatus.withdrawn,
		OfferStatus.approved,
		OfferStatus.notApproved,
	],
	[OfferStatus.inApproval]: [OfferStatus.withdrawn, OfferStatus.approved, OfferStatus.notApproved],
	[OfferStatus.withdrawn]: [OfferStatus.created, OfferStatus.inApproval],
	[OfferStatus.notApproved]: [OfferStatus.created, OfferStatus.inApproval],
	[OfferStatus.approved]: [OfferStatus.sent],
	[OfferStatus.sent]: [OfferStatus.accepted, OfferStatus.declined, OfferStatus.expired],
	[OfferStatus.accepted]: [OfferStatus.expired],
	[OfferStatus.declined]: [],
	[OfferStatus.expired]: [],
};

const AFTER_APPROVAL: readonly OfferStatus[] = [
	OfferStatus.sent,
	OfferStatus.accepted,
	OfferStatus.declined,
	OfferStatus.expired,
];

function refuseIncomplete(body: StatusBody): void {
	if (body.offer_status === OfferStatus.sent && body.expiration_date === undefined) {
		throw invalidParameter('expiration_date is required to set an offer to sent');
	}
	if (body.offer_status === OfferStatus.declined && !body.termination_reason_id_list?.length) {
		throw invalidParameter('termination_reason_id_list is required to set an offer to declined');
	}
}

/** What keeps the status out of reach of this route altogether, whatever the step. */
function refuseForeign(company: Company, offer: Offer, answer: boolean): void {
	const application = company.applications.get(offer.applicationId);
	const stage = application && company.stageTypeOf(application);
	if (stage === StageType.pendingOnboarding || stage === StageType.onboarded) {
		throw new Refusal(400, 1002071, 'the stage of the application is past changing the status of the offer');
	}
	if (answer ? !company.switches.oaSend : !company.switches.oaApproval) {
		throw new Refusal(500, 1002074, 'the switch for offers kept in another system is off');
	}
	if (!answer && offer.approvalStartedInHire) {
		throw new Refusal(400, 1002070, 'the approval of this offer was started in Feishu Hire');
	}
	if (answer && offer.sentByHire) {
		throw new Refusal(500, 1002073, 'this offer was sent by Feishu Hire');
	}
}

function refuseStep(offer: Offer, status: OfferStatus, answer: boolean, behaviour: Behaviour): void {
	if (STEPS[offer.status].includes(status)) return;
	if (status === offer.status && behaviour.repeatedOfferStatus === 'accepts') return;
	if (status === OfferStatus.expired) {
		throw new Refusal(400, 1002072, 'only a sent or accepted offer can be set to expired');
	}
	if (!answer) throw new Refusal(500, 1002069, 'approval status of the offer was not updated');
	// The page has no code for a wrong step after approval.
	throw invalidParameter(`offer_status ${status} can not follow ${offer.status}`);
}

export const offerRoutes = [
	route<unknown, StatusBody>()({
		name: 'PATCH /open-apis/hire/v1/offers/:offer_id/offer_status',
		limits: [{ requests: 100, perSeconds: 60 }],
		scopes: ['hire:offer'],
		body: json(
			object(
				{ offer_status: oneOf(2, 3, 4, 5, 6, 7, 8, 9, 10) },
				{ expiration_date: date, termination_reason_id_list: ids(50), termination_reason_note: text },
			),
		),
		handle({ params, body, company, behaviour, applied }) {
			refuseIncomplete(body);
			const offer = company.offers.get(params.offer_id);
			if (!offer) throw new Refusal(400, 1002064, 'offer does not exist');
			for (const reasonId of body.termination_reason_id_list ?? []) {
				if (!company.reasons.has(reasonId)) {
					throw invalidParameter(`termination reason ${reasonId} does not exist`);
				}
			}
			const status = body.offer_status;
			const answer = AFTER_APPROVAL.includes(status);
			refuseForeign(company, offer, answer);
			refuseStep(offer, status, answer, behaviour);

			const changed = offer.status !== status;
			offer.status = status;
			if (status === OfferStatus.sent) offer.expirationDate = body.expiration_date;
			if (status === OfferStatus.declined) {
				offer.terminationReasonIds = body.termination_reason_id_list;
				offer.terminationNote = body.termination_reason_note;
			}
			applied(offer.id, changed);
		},
	}),
];
