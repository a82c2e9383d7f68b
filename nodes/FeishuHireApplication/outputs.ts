import { englishName, flag, name, nameOf, state, text, time, type Row } from '../declare/output';
import { TERMINATION_TYPES } from '../fields/terminationType';
import { candidateOfApplication, jobOfApplication } from '../lookups/candidates';
import { CONVERSION_STATUSES, ONBOARD_STATUSES } from '../rows/states';

/** Create answers with the ID alone. */
export const createdApplication: Row = { application_id: text('id') };

/** The record of a person who was onboarded (入职信息). */
export const employeeRow: Row = {
	employee_id: text('id'),
	application_id: text('application_id'),
	candidate_name: nameOf('application_id', candidateOfApplication),
	job_title: nameOf('application_id', jobOfApplication),
	...state('onboard_status', 'onboard_status', ONBOARD_STATUSES),
	...state('conversion_status', 'conversion_status', CONVERSION_STATUSES),
	onboard_time: time('onboard_time'),
	expected_conversion_time: time('expected_conversion_time'),
	actual_conversion_time: time('actual_conversion_time'),
	overboard_time: time('overboard_time'),
	overboard_note: text('overboard_note'),
	onboard_city_code: text('onboard_city_code'),
	department_id: text('department'),
	leader_id: text('leader'),
	job_family_id: text('sequence'),
	job_level_id: text('level'),
	employee_type_id: text('employee_type'),
	job_requirement_id: text('job_requirement_id'),
};

/** A reason to end an application (终止原因). */
export const terminationReasonRow: Row = {
	termination_reason_id: text('id'),
	termination_reason_name: name('name'),
	termination_reason_name_en: englishName('name'),
	referral_name: name('referral_name'),
	referral_name_en: englishName('referral_name'),
	...state('termination_type', 'termination_type', TERMINATION_TYPES),
	...state('active_status', 'active_status', [
		{ name: 'In Use', value: 1, zh: '已启用' },
		{ name: 'Not in Use', value: 2, zh: '已停用' },
	]),
	is_used_as_evaluation: flag('is_used_as_evaluation'),
};
