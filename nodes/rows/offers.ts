import type { IDataObject } from 'n8n-workflow';
import {
	address,
	day,
	nameOf,
	number,
	state,
	text,
	texts,
	thing,
	time,
	within,
	type Row,
} from '../declare/output';
import type { Choice } from '../declare/params';
import { OFFER_STATUSES } from '../fields/offerStatuses';
import { candidateOfApplication } from '../lookups/candidates';
import { jobs } from '../lookups/jobs';

/** Whom an offer is for (Offer 类型). */
export const OFFER_TYPES: readonly Choice[] = [
	{ name: 'Regular', value: 1, zh: '正式 / 正式 Offer' },
	{ name: 'Internship', value: 2, zh: '实习 / 实习 Offer' },
];

/** How long a contract is (合同周期类型). */
const PERIOD_TYPES: readonly Choice[] = [
	{ name: 'Months', value: 1, zh: '月' },
	{ name: 'Years', value: 2, zh: '年' },
];

/** The contract of an offer; `at` is where Feishu Hire keeps it. */
export const contract = (at: string): Row => ({
	contract_period: number(`${at}contract_period.period`),
	...state('contract_period_type', `${at}contract_period.period_type`, PERIOD_TYPES),
});

/** The basic pay is written as an amount, and read as JSON with the period that it is paid for. */
function basicPay({ salary_plan: plan }: IDataObject): IDataObject {
	const { basic_salary: pay } = (plan ?? {}) as IDataObject;
	try {
		const read: unknown = JSON.parse(String(pay));
		if (typeof read === 'object' && read !== null) return read as IDataObject;
	} catch {
		// It is no JSON, and so the amount itself.
	}
	return { amount: pay };
}

/** What every answer with an offer begins with. */
const offerIds: Row = {
	offer_id: text('id', 'offer_id'),
	application_id: text('application_id'),
	candidate_name: nameOf('application_id', candidateOfApplication),
	job_id: text('job_info.job_id'),
	job_title: nameOf('job_id', jobs, 'job_info.job_name'),
	...state('offer_status', 'offer_status', OFFER_STATUSES),
};

/** The same with the type, which the offer of an application has only in its deprecated form. */
export const offerHead: Row = { ...offerIds, ...state('offer_type', 'offer_type', OFFER_TYPES) };

const offerContent: Row = {
	schema_id: text('schema_id'),
	department_id: text('basic_info.department_id'),
	leader_user_id: text('basic_info.leader_user_id'),
	owner_user_id: text('basic_info.owner_user_id'),
	creator_user_id: text('basic_info.creator_user_id'),
	...thing('employee_type', 'basic_info.employee_type'),
	...thing('recruitment_type', 'basic_info.recruitment_type'),
	...thing('job_family', 'basic_info.sequence'),
	...thing('job_level', 'basic_info.level'),
	job_grade_id: text('basic_info.job_grade_id'),
	position_id: text('basic_info.position_id'),
	pathway_id: text('basic_info.pathway_id'),
	job_offered: text('basic_info.job_offered'),
	job_requirement_id: text('job_requirement_id'),
	onboard_date: day('basic_info.onboard_date'),
	...address('onboard_address', 'basic_info.onboard_address'),
	...address('work_address', 'basic_info.work_address'),
	...thing('work_location', 'basic_info.work_location_address_info.location_info'),
	...thing('work_location_address', 'basic_info.work_location_address_info.address_info'),
	probation_month: number('basic_info.probation_month'),
	contract_year: number('basic_info.contract_year'),
	...contract('basic_info.'),
	currency: text('salary_plan.currency'),
	...within(basicPay, {
		basic_salary: text('amount'),
		...state('basic_salary_period', 'period', [
			{ name: 'Per Day', value: 1, zh: '日薪' },
			{ name: 'Per Month', value: 2, zh: '月薪' },
		]),
	}),
	probation_salary_percentage: text('salary_plan.probation_salary_percentage'),
	award_salary_multiple: text('salary_plan.award_salary_multiple'),
	option_shares: text('salary_plan.option_shares'),
	quarterly_bonus: text('salary_plan.quarterly_bonus'),
	half_year_bonus: text('salary_plan.half_year_bonus'),
	total_annual_cash: text('salary_plan.total_annual_cash'),
	common_attachment_ids: text('basic_info.common_attachment_id_list'),
	remark: text('basic_info.remark'),
	create_time: time('basic_info.create_time'),
	expire_time: time('basic_info.expire_time'),
	send_time: time('offer_send_record_list.send_time'),
	sender_user_id: text('offer_send_record_list.operator_user_id'),
	answer_time: time('offer_send_record_list.acceptance_list.operate_time'),
	answer_note: text('offer_send_record_list.acceptance_list.memo'),
	sent_file_names: texts(
		'offer_send_record_list.offer_signature_info.attachment_list.file_name',
		'offer_send_record_list.offer_file_list.file_template_name',
	),
};

/** An offer, got by its ID. */
export const offerRow: Row = { ...offerHead, ...offerContent };

/** An offer, got by its application. */
export const offerOfApplicationRow: Row = { ...offerIds, ...offerContent };
