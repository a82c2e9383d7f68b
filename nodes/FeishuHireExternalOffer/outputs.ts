import { name, state, text, time, nameOf, type Row } from '../declare/output';
import { candidateNames } from '../lookups/candidates';
import { EXTERNAL_DELIVERY_TYPES, RECRUITMENT_TYPES } from './states';

/** An offer that was imported from another system (外部 Offer). */
export const externalOfferRow: Row = {
	external_offer_id: text('id'),
	external_id: text('external_id'),
	external_application_id: text('external_application_id'),
	biz_create_time: time('biz_create_time'),
	owner: text('owner'),
	offer_status: text('offer_status'),
	attachment_ids: text('attachment_list.id', 'attachment_id_list'),
	attachment_names: name('attachment_list'),
};

/** An application that was imported from another system (外部投递). */
export const externalApplicationRow: Row = {
	external_application_id: text('id'),
	external_id: text('external_id'),
	talent_id: text('talent_id'),
	candidate_name: nameOf('talent_id', candidateNames),
	...state('job_recruitment_type', 'job_recruitment_type', RECRUITMENT_TYPES),
	job_title: text('job_title'),
	resume_source: text('resume_source'),
	stage: text('stage'),
	...state('delivery_type', 'delivery_type', EXTERNAL_DELIVERY_TYPES),
	create_time: time('create_time'),
	modify_time: time('modify_time'),
	termination_type: text('termination_type'),
	termination_reason: text('termination_reason'),
};
