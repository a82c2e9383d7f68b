import type { Company } from '../company/company';
import { OfferStatus, OfferType, StageType } from '../company/records';
import type { Application, Offer } from '../company/records';
import { ALL_KINDS, idTypes } from '../idTypes';
import type { IdTypeQuery } from '../idTypes';
import {
	contentFrom,
	contentOf,
	employeeTypeOf,
	jobInfo,
	needsNewApproval,
	offerParts,
	presentOffer,
	presentWritten,
} from '../offerContent';
import type { OfferBody } from '../offerContent';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { Refusal, invalidParameter } from '../refusal';
import { json, route } from '../route';
import type { Behaviour } from '../route';
import { date, id, ids, object, oneOf, paging, text } from '../schema';

interface CreateBody extends OfferBody {
	application_id: string;
	offer_type?: OfferType;
}

interface ListQuery extends PageQuery, IdTypeQuery {
	talent_id: string;
}

interface InternBody {
	operation: 'confirm_onboarding' | 'cancel_onboarding' | 'offboard';
	onboarding_info?: { actual_onboarding_date: string };
	offboarding_info?: { actual_offboarding_date: string; notes?: string };
}

const usualLimits = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];
const writeLimits = [{ requests: 10, perSeconds: 1 }];
const readLimits = [{ requests: 20, perSeconds: 1 }];
const allIds = idTypes(ALL_KINDS);
/** Two of the pages know one more type of id for people. */
const adminUsers = idTypes(ALL_KINDS, { user: ['open_id', 'union_id', 'user_id', 'people_admin_id'] });
const listIds = idTypes(['user', 'employeeType']);

/** An offer that was declined or has expired makes room for another; assumed, as the page only says there may be one. */
const OVER: readonly OfferStatus[] = [OfferStatus.declined, OfferStatus.expired];
const SENT: readonly OfferStatus[] = [OfferStatus.sent, OfferStatus.accepted];
const APPROVING: readonly OfferStatus[] = [OfferStatus.inApproval, OfferStatus.approved];

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
	// These move by a route of their own.
	[OfferStatus.internPending]: [],
	[OfferStatus.internOnboarded]: [],
	[OfferStatus.internLeft]: [],
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

/** Which stage is abnormal and which is only the wrong one is assumed: past the offer, and before it. */
function refuseApplication(company: Company, application: Application | undefined): asserts application {
	if (!application) throw new Refusal(500, 1002054, 'application not exist');
	if (application.termination) throw new Refusal(500, 1002055, 'application already terminated');
	const stage = company.stageTypeOf(application);
	if (stage === StageType.pendingOnboarding || stage === StageType.onboarded) {
		throw new Refusal(500, 1002056, 'application stage abnormal');
	}
}

/** Returns what the offer comes to. An accepted internship is assumed to wait for onboarding at once. */
function internStep(offer: Offer, body: InternBody): OfferStatus {
	const isInternship = offer.type === OfferType.internship;
	const waits = offer.status === OfferStatus.internPending || offer.status === OfferStatus.accepted;
	if (body.operation === 'offboard') {
		const day = body.offboarding_info?.actual_offboarding_date;
		if (day === undefined) throw invalidParameter('offboarding_info is required to offboard');
		if (!isInternship || offer.status !== OfferStatus.internOnboarded) {
			throw new Refusal(500, 1002068, 'the internship is not onboarded');
		}
		if (offer.onboardingDate !== undefined && day <= offer.onboardingDate) {
			throw invalidParameter('actual_offboarding_date is not after the onboarding date');
		}
		offer.offboardingDate = day;
		return OfferStatus.internLeft;
	}
	const day = body.onboarding_info?.actual_onboarding_date;
	const confirms = body.operation === 'confirm_onboarding';
	if (confirms && day === undefined)
		throw invalidParameter('onboarding_info is required to confirm onboarding');
	if (!isInternship || !waits) throw new Refusal(500, 1002067, 'the internship does not wait for onboarding');
	if (!confirms) return OfferStatus.expired;
	offer.onboardingDate = day;
	return OfferStatus.internOnboarded;
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
			return undefined;
		},
	}),

	route<IdTypeQuery, CreateBody>()({
		name: 'POST /open-apis/hire/v1/offers',
		limits: writeLimits,
		scopes: ['hire:offer'],
		query: object({}, allIds.keys),
		body: json(
			object(
				{ application_id: id, basic_info: offerParts.basic_info },
				{
					schema_id: text,
					offer_type: oneOf(1, 2),
					salary_info: offerParts.salary_info,
					customized_info_list: offerParts.customized_info_list,
				},
			),
		),
		handle({ query, body, company, now, applied }) {
			const application = company.applications.get(body.application_id);
			refuseApplication(company, application);
			if (company.stageTypeOf(application) !== StageType.offer) {
				throw new Refusal(500, 1002062, 'miss in job process');
			}
			if (company.offersOf(application.id).some(({ status }) => !OVER.includes(status))) {
				throw new Refusal(500, 1002053, 'offer already exist');
			}
			const types = allIds.of(query);
			const content = contentFrom(company, application, body, types, true);
			// Without a type, an offer is assumed to be a regular one.
			const type = body.offer_type ?? OfferType.regular;
			const offer = company.addOffer(application.id, OfferStatus.created, { type, content, createTime: now });
			applied(offer.id);
			return {
				offer_id: offer.id,
				application_id: application.id,
				offer_type: type,
				...presentWritten(company, content, types),
			};
		},
	}),

	route<IdTypeQuery, OfferBody>()({
		name: 'PUT /open-apis/hire/v1/offers/:offer_id',
		limits: writeLimits,
		scopes: ['hire:offer'],
		successMessage: 'ok',
		query: object({}, adminUsers.keys),
		body: json(
			object(
				{ schema_id: id, basic_info: offerParts.basic_info },
				{ salary_info: offerParts.salary_info, customized_info_list: offerParts.customized_info_list },
			),
		),
		handle({ params, query, body, company, applied }) {
			const offer = company.offers.get(params.offer_id);
			// The page on the status has the same code with HTTP status 400.
			if (!offer) throw new Refusal(500, 1002064, 'offer does not exist');
			const application = company.applications.get(offer.applicationId);
			refuseApplication(company, application);
			if (SENT.includes(offer.status)) throw new Refusal(500, 1002066, 'this status allows no update');
			const types = adminUsers.of(query);
			const old = contentOf(company, offer);
			const content = contentFrom(company, application, body, types, false);
			if (APPROVING.includes(offer.status) && needsNewApproval(company, old, content)) {
				offer.status = OfferStatus.withdrawn;
			}
			offer.content = content;
			applied(offer.id, JSON.stringify(old) !== JSON.stringify(content));
			return { offer_id: offer.id, ...presentWritten(company, content, types) };
		},
	}),

	route<IdTypeQuery>()({
		name: 'GET /open-apis/hire/v1/offers/:offer_id',
		limits: readLimits,
		scopes: ['hire:offer:low_sensitive_info:readonly', 'hire:offer:readonly', 'hire:offer'],
		successMessage: 'ok',
		query: object({}, adminUsers.keys),
		handle({ params, query, company }) {
			const offer = company.offers.get(params.offer_id);
			if (!offer) throw invalidParameter('offer does not exist');
			const shown = presentOffer(company, offer, adminUsers.of(query));
			return { offer: { ...shown, offer_type: offer.type ?? OfferType.regular } };
		},
	}),

	route<IdTypeQuery>()({
		name: 'GET /open-apis/hire/v1/applications/:application_id/offer',
		limits: readLimits,
		scopes: ['hire:application', 'hire:application:readonly'],
		successMessage: 'ok',
		query: object({}, allIds.keys),
		handle({ params, query, company }) {
			const offer = company.offersOf(params.application_id).at(-1);
			// The page has no code for an unknown application, nor for one without an offer.
			if (!offer) throw invalidParameter('the application has no offer');
			return { offer: presentOffer(company, offer, allIds.of(query)) };
		},
	}),

	route<ListQuery>()({
		name: 'GET /open-apis/hire/v1/offers',
		limits: usualLimits,
		scopes: ['hire:offer:readonly', 'hire:offer'],
		query: object({ talent_id: id }, { ...listIds.keys, ...paging(200) }),
		handle({ query, company }) {
			const types = listIds.of(query);
			const all = company.applicationsOf(query.talent_id).flatMap(({ id: each }) => company.offersOf(each));
			const page = pageOf('offers', all, query);
			const items = page.items.map((offer) => ({
				id: offer.id,
				job_info: jobInfo(company, offer),
				create_time: offer.createTime,
				offer_status: offer.status,
				offer_type: offer.type ?? OfferType.regular,
				employee_type: employeeTypeOf(company, offer, types),
				application_id: offer.applicationId,
			}));
			return { ...page, items };
		},
	}),

	route<unknown, InternBody>()({
		name: 'POST /open-apis/hire/v1/offers/:offer_id/intern_offer_status',
		limits: usualLimits,
		scopes: ['hire:offer'],
		body: json(
			object(
				{ operation: oneOf('confirm_onboarding', 'cancel_onboarding', 'offboard') },
				{
					onboarding_info: object({ actual_onboarding_date: date }),
					offboarding_info: object({ actual_offboarding_date: date }, { notes: text }),
				},
			),
		),
		handle({ params, body, company, applied }) {
			const offer = company.offers.get(params.offer_id);
			// The page has no code for an unknown offer.
			if (!offer) throw invalidParameter('offer does not exist');
			offer.status = internStep(offer, body);
			applied(offer.id);
			return { offer_id: offer.id, ...body };
		},
	}),
];
