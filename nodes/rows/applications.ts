import {
	address,
	day,
	englishName,
	name,
	nameOf,
	names,
	number,
	state,
	text,
	texts,
	thing,
	time,
	type Row,
} from '../declare/output';
import { OFFER_STATUSES } from '../fields/offerStatuses';
import { TERMINATION_TYPES } from '../fields/terminationType';
import { candidateNames } from '../lookups/candidates';
import { jobs } from '../lookups/jobs';
import { terminationReasons } from '../lookups/terminationReasons';
import { contract } from './offers';
import {
	ACTIVE_STATUSES,
	APPLICATION_ONBOARD_STATUSES,
	CONVERSION_STATUSES,
	DELIVERY_TYPES,
	ONBOARD_STATUSES,
	SOURCE_TYPES,
	STAGE_TYPES,
} from './states';

/** How far an application is and where it came from; `at` is where Feishu Hire keeps it. */
const progress = (at: string): Row => ({
	...thing('stage', `${at}stage`),
	...state('stage_type', `${at}stage.type`, STAGE_TYPES),
	...state('active_status', `${at}active_status`, ACTIVE_STATUSES),
	...state('delivery_type', `${at}delivery_type`, DELIVERY_TYPES),
	resume_source_id: text(`${at}resume_source_info.id`, `${at}resume_source_id`),
	resume_source_name: name(`${at}resume_source_info`),
	resume_source_name_en: englishName(`${at}resume_source_info`),
	...state('resume_source_type', `${at}resume_source_info.resume_source_type`, SOURCE_TYPES),
	website_id: text(`${at}website_resume_source.website_id`),
	...names('website_name', `${at}website_resume_source.website_name`),
	channel_id: text(`${at}website_resume_source.channel.channel_id`),
	...names('channel_name', `${at}website_resume_source.channel.channel_name`),
	preferred_city_codes: text(`${at}application_preferred_city_list.code`),
	...names('preferred_city_names', `${at}application_preferred_city_list`),
});

/** What the job is, beside its title; `at` is where Feishu Hire keeps it. */
const job = (at: string): Row => ({
	...thing('job_recruitment_type', `${at}recruitment_type`),
	...thing('job_department', `${at}department`),
	...names('job_city_names', `${at}city_list`),
});

/** An application (投递), got or listed with details; a list without them has the ID alone. */
export const applicationRow: Row = {
	application_id: text('id', 'application_id'),
	talent_id: text('talent_id'),
	candidate_name: nameOf('talent_id', candidateNames),
	job_id: text('job_id'),
	job_title: nameOf('job_id', jobs, 'job_info.name'),
	...job('job_info.'),
	...progress(''),
	...state('termination_type', 'termination_type', TERMINATION_TYPES),
	termination_reason_ids: text('termination_reason_list'),
	termination_reason_names: nameOf('termination_reason_ids', terminationReasons),
	termination_reason_note: text('termination_reason_note'),
	resume_attachment_id: text('talent_attachment_resume_id'),
	creator_id: text('creator_id'),
	create_time: time('create_time'),
	modify_time: time('modify_time'),
};

/** An application in full detail: who, for which job, how far; what was not asked for is left out. */
export const applicationDetailRow: Row = {
	application_id: text('basic_info.id'),
	talent_id: text('basic_info.talent_id'),
	candidate_name: nameOf('talent_id', candidateNames, 'talent.name'),
	candidate_email: text('talent.email'),
	candidate_mobile_code: text('talent.mobile_code'),
	candidate_mobile: text('talent.mobile_number'),
	job_id: text('basic_info.job_id'),
	job_title: nameOf('job_id', jobs, 'job.name'),
	job_code: text('job.code'),
	...job('job.'),
	...progress('basic_info.'),
	...state('onboard_status', 'basic_info.onboard_status', APPLICATION_ONBOARD_STATUSES),
	termination_reason_ids: texts(
		'basic_info.termination_reason.id',
		'basic_info.termination_reason.children.id',
	),
	...names(
		'termination_reason_names',
		'basic_info.termination_reason',
		'basic_info.termination_reason.children',
	),
	owner_id: text('basic_info.owner_id'),
	creator_id: text('basic_info.creator_id'),
	terminator_id: text('basic_info.terminator_id'),
	create_time: time('basic_info.create_time'),
	modify_time: time('basic_info.modify_time'),
	...names('interviewer_names', 'interview_aggregation.interviews.interview_record_list.interviewer'),
	offer_id: text('offer.offer_basic.id'),
	...state('offer_status', 'offer.offer_basic.offer_status', OFFER_STATUSES),
	...thing('department', 'offer.offer_basic.department'),
	...thing('leader', 'offer.offer_basic.leader'),
	...thing('offer_owner', 'offer.offer_basic.owner'),
	...thing('job_family', 'offer.offer_basic.sequence'),
	...thing('job_level', 'offer.offer_basic.level'),
	...thing('employee_type', 'offer.offer_basic.employee_type'),
	...thing('company', 'offer.offer_basic.company_main_body'),
	probation_month: number('offer.offer_basic.probation_month'),
	...contract('offer.offer_basic.'),
	onboard_date: day('offer.offer_basic.onboard_date'),
	...address('onboard_address', 'offer.offer_basic.onboard_address'),
	...address('work_address', 'offer.offer_basic.work_address'),
	attachment_names: name('offer.offer_basic.attachment_list'),
	employee_id: text('employee.id'),
	...state('employee_onboard_status', 'employee.onboard_status', ONBOARD_STATUSES),
	...state('conversion_status', 'employee.conversion_status', CONVERSION_STATUSES),
	onboard_time: time('employee.onboard_time'),
	expected_conversion_time: time('employee.expected_conversion_time'),
	actual_conversion_time: time('employee.actual_conversion_time'),
	overboard_time: time('employee.overboard_time'),
	overboard_note: text('employee.overboard_note'),
	...names('headhunter_name', 'agency.basic_info.hunter_user_name'),
	...names('headhunter_company_name', 'agency.basic_info.hunter_company_name'),
	...thing('referrer', 'referral.basic_info.user_info'),
};
