import { englishName, flag, name, number, state, text, thing, time, type Row } from '../declare/output';

/** A candidate (人才) in the list of candidates. */
export const talentRow: Row = {
	talent_id: text('id'),
	candidate_name: text('basic_info.name'),
	candidate_email: text('basic_info.email'),
	candidate_mobile_code: text('basic_info.mobile_code'),
	candidate_mobile: text('basic_info.mobile'),
	...state('gender', 'basic_info.gender', [
		{ name: 'Male', value: 1, zh: '男' },
		{ name: 'Female', value: 2, zh: '女' },
		{ name: 'Other', value: 3, zh: '其他' },
	]),
	age: number('basic_info.age'),
	experience_years: number('basic_info.experience_years'),
	current_city_name: name('basic_info.current_city'),
	current_city_name_en: englishName('basic_info.current_city'),
	preferred_city_names: name('basic_info.preferred_city_list'),
	schools: text('education_list.school'),
	companies: text('career_list.company'),
	resume_source_names: name('resume_source_list'),
	resume_attachment_ids: text('resume_attachment_id_list'),
	is_onboarded: flag('is_onboarded'),
	is_in_agency_period: flag('is_in_agency_period'),
	modify_time: time('basic_info.modify_time'),
};

/** A job (职位) in the list of jobs. */
export const jobRow: Row = {
	job_id: text('id'),
	job_title: text('title'),
	job_code: text('code'),
	...state('active_status', 'active_status', [
		{ name: 'In Use', value: 1, zh: '启用' },
		{ name: 'Not in Use', value: 2, zh: '未启用' },
	]),
	...thing('department', 'department'),
	...thing('recruitment_type', 'recruitment_type'),
	process_id: text('process_id'),
	process_name: text('process_name'),
	process_name_en: text('process_en_name'),
	...state('process_type', 'process_type', [
		{ name: 'Experienced Hires', value: 1, zh: '社招流程' },
		{ name: 'Graduates', value: 2, zh: '校招流程' },
	]),
	...thing('job_type', 'job_type'),
	...thing('job_function', 'job_function'),
	...thing('subject', 'subject'),
	city_names: name('city_list'),
	head_count: number('head_count'),
	create_user_id: text('create_user_id'),
	create_time: time('create_timestamp'),
	update_time: time('update_timestamp'),
	expiry_time: time('expiry_timestamp'),
};
