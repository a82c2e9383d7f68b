/** What is written on an offer: how it must look, what it may refer to, and how it is shown again. */
import type { Company } from './company/company';
import { fieldsOf } from './company/offerForms';
import type { FieldType, FormField, OfferForm } from './company/offerForms';
import type {
	Application,
	CustomValue,
	Offer,
	OfferBasics,
	OfferContent,
	OfferSalary,
} from './company/records';
import { OfferType } from './company/records';
import { ADDRESSES, EMPLOYMENT_JOBS, JOB_GRADES, LEVELS_OF_FAMILY } from './company/workplaces';
import type { IdTypes } from './idTypes';
import { Refusal, invalidParameter } from './refusal';
import { between, id, ids, integer, object, oneOf, text } from './schema';
import type { Schema } from './schema';

export interface OfferBody {
	schema_id?: string;
	basic_info: OfferBasics;
	salary_info?: OfferSalary;
	customized_info_list?: Array<{ id?: string; value?: string }>;
}

/** The pages speak of two decimals for money and shares of pay, and of whole numbers for months and options. */
const decimals: Schema = { type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$' };
const whole: Schema = { type: 'string', pattern: '^\\d+$' };

export const offerParts: { basic_info: Schema; salary_info: Schema; customized_info_list: Schema } = {
	basic_info: object(
		{ department_id: id, leader_user_id: id, owner_user_id: id, operator_user_id: id },
		{
			employment_job_id: text,
			employee_type_id: text,
			job_family_id: text,
			job_level_id: text,
			probation_month: integer,
			contract_year: integer,
			contract_period: object({ period_type: oneOf(1, 2), period: between(0, 100) }),
			expected_onboard_date: text,
			onboard_address_id: text,
			work_address_id: text,
			recommended_words: text,
			job_requirement_id: text,
			job_process_type_id: oneOf(1, 2),
			attachment_id_list: ids(),
			common_attachment_id_list: ids(),
			attachment_description: text,
			position_id: text,
			job_offered: text,
			job_grade_id: text,
			pathway_id: text,
		},
	),
	salary_info: object(
		{ currency: id },
		{
			basic_salary: decimals,
			probation_salary_percentage: decimals,
			award_salary_multiple: whole,
			option_shares: whole,
			quarterly_bonus: decimals,
			half_year_bonus: decimals,
		},
	),
	customized_info_list: { type: 'array', items: object({}, { id: text, value: text }) },
};

const MOST_ATTACHMENTS = 20;

/** The form depends on the settings of the job; assumed here: graduates have one of their own. */
export function formOf(company: Company, application: Application): OfferForm {
	const process = company.processes.get(company.jobs.get(application.jobId)?.processId ?? '');
	return process?.type === 2 ? company.offerForms.campus : company.offerForms.social;
}

function parse(value: string): unknown {
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

/** JSON with a date in it and nothing else, to the year, month or day. */
function isDate(value: string, pattern: RegExp): boolean {
	const parsed = parse(value);
	if (typeof parsed !== 'object' || parsed === null || Object.keys(parsed).join() !== 'date') return false;
	const { date } = parsed as { date: unknown };
	if (typeof date !== 'string' || !pattern.test(date)) return false;
	const day = `${date}-01-01`.slice(0, 10);
	const time = new Date(`${day}T00:00:00.000Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isListOf(value: string, isRight: (entry: unknown) => boolean): boolean {
	const parsed = parse(value);
	return Array.isArray(parsed) && parsed.every(isRight);
}

function isFormula(company: Company, value: string): boolean {
	const known = company.offerForms.forms
		.flatMap(({ modules }) => modules)
		.filter(({ kind }) => kind === 'salary')
		.flatMap(({ fields }) => fields.map((field) => field.id));
	const used = [...value.matchAll(/\[(\d+)\]/g)].map(([, fieldId]) => fieldId ?? '');
	const rest = value.replace(/\[\d+\]/g, '1');
	return used.every((fieldId) => known.includes(fieldId)) && /^[\d\s.+\-*/()]+$/.test(rest);
}

type Kind = Exclude<FieldType, `corehr_${string}`> | 'attachment';

/**
 * How a value of each type is written. The pages have no words for yes and no, people and cities: assumed are
 * `true` and `false`, one id, a JSON list of ids, and a code. Types drawn from Feishu People are taken to be
 * written as their namesakes.
 */
function isValue(company: Company, field: FormField, value: string): boolean {
	const isOption = (entry: unknown) => (field.options ?? []).some((option) => option.id === entry);
	switch (field.type.replace(/^corehr_/, '') as Kind) {
		case 'select':
			return isOption(value);
		case 'multi_select':
			return isListOf(value, isOption);
		case 'date_select':
			return isDate(value, DAY);
		case 'month_select':
			return isDate(value, /^\d{4}-\d{2}$/);
		case 'year_select':
			return isDate(value, /^\d{4}$/);
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(value);
		case 'amount':
			return /^\d+(\.\d{1,2})?$/.test(value);
		case 'boolean':
			return value === 'true' || value === 'false';
		case 'file':
		case 'attachment':
			return isListOf(
				value,
				(entry) =>
					typeof entry === 'object' &&
					entry !== null &&
					Object.keys(entry).join() === 'common_attachment_id' &&
					company.attachments.has(String(Object.values(entry)[0])),
			);
		case 'personnel_multi_select':
			return isListOf(value, (entry) => typeof entry === 'string' && entry !== '');
		case 'personnel_select':
		case 'city_single_select':
			return value !== '';
		default:
			return true;
	}
}

function customValues(
	company: Company,
	form: OfferForm,
	given: Array<{ id?: string; value?: string }>,
): CustomValue[] {
	const fields = fieldsOf(form).filter(({ customized, active }) => customized && active);
	const values = given.map(({ id: fieldId, value }): CustomValue => {
		const field = fields.find((candidate) => candidate.id === fieldId);
		if (!field) throw invalidParameter(`customized_info_list has no field ${fieldId ?? ''} of the form`);
		if (value === undefined) throw invalidParameter(`the value of the field ${field.id} is missing`);
		if (field.type === 'formula' && !isFormula(company, value)) {
			throw new Refusal(500, 1002061, 'formula illegal');
		}
		if (!isValue(company, field, value)) {
			throw invalidParameter(`the value of the field ${field.id} is not one of a ${field.type}`);
		}
		return { id: field.id, value };
	});
	if (new Set(values.map((value) => value.id)).size < values.length) {
		throw invalidParameter('customized_info_list has a field twice');
	}
	const missing = fields.find((field) => field.required && !values.some((value) => value.id === field.id));
	if (missing) throw invalidParameter(`the field ${missing.id} of the form is required`);
	return values;
}

function refuseUnused(
	entry: { active?: boolean } | undefined,
	codes: readonly [missing: number, unused: number],
	name: string,
): void {
	if (!entry) throw new Refusal(400, codes[0], `${name} does not exist`);
	if (entry.active === false) throw new Refusal(400, codes[1], `${name} is not in use`);
}

/** That it all exists, is in use and goes together. Updates have no codes for grades. */
function refuseWrongJob(company: Company, basics: OfferBasics, isNew: boolean): void {
	const { jobFamily, jobLevel } = company.directories;
	const {
		employment_job_id: jobId,
		job_family_id: familyId,
		job_level_id: levelId,
		job_grade_id: gradeId,
	} = basics;
	const job = EMPLOYMENT_JOBS.find((candidate) => candidate.id === jobId);
	const grade = JOB_GRADES.find((candidate) => candidate.id === gradeId);
	if (jobId) refuseUnused(job, [1002069, 1002070], 'employment job');
	if (familyId) refuseUnused(jobFamily.find(familyId), [1002071, 1002072], 'job family');
	if (levelId) refuseUnused(jobLevel.find(levelId), [1002073, 1002074], 'job level');
	if (gradeId) {
		if (!isNew && !grade?.active) throw invalidParameter('job grade does not exist');
		refuseUnused(grade, [1002075, 1002076], 'job grade');
	}
	if (job && familyId && !job.familyIds.includes(familyId)) {
		throw new Refusal(400, 1002077, 'employment job and job family do not go together');
	}
	if (job && levelId && !job.levelIds.includes(levelId)) {
		throw new Refusal(400, 1002078, 'employment job and job level do not go together');
	}
	if (familyId && levelId && !LEVELS_OF_FAMILY[familyId]?.includes(levelId)) {
		throw new Refusal(400, 1002079, 'job family and job level do not go together');
	}
	if (isNew && grade && levelId && !grade.levelIds.includes(levelId)) {
		throw new Refusal(400, 1002080, 'job level and job grade do not go together');
	}
}

function refuseAttachments(company: Company, basics: OfferBasics): void {
	const { attachment_id_list: old = [], common_attachment_id_list: common = [] } = basics;
	// There is no way to come by an id for the older list, so any in it is unknown.
	if (old.length > 0) throw new Refusal(500, 1002058, 'offer attachment not exist');
	if (common.length > MOST_ATTACHMENTS) throw new Refusal(400, 1002082, 'too many offer attachments');
	if (common.some((attachmentId) => !company.attachments.has(attachmentId))) {
		throw new Refusal(400, 1002083, 'the file of an offer attachment does not exist');
	}
}

function readBasics(company: Company, given: OfferBasics, types: IdTypes): OfferBasics {
	const { user, department, jobLevel, jobFamily, employeeType } = company.directories;
	if (given.expected_onboard_date !== undefined && !isDate(given.expected_onboard_date, DAY)) {
		throw invalidParameter('expected_onboard_date is not JSON with a date');
	}
	const basics: OfferBasics = {
		...given,
		department_id: department.read(given.department_id, types.department, 'department_id'),
		leader_user_id: user.read(given.leader_user_id, types.user, 'leader_user_id'),
		owner_user_id: user.read(given.owner_user_id, types.user, 'owner_user_id'),
		operator_user_id: user.read(given.operator_user_id, types.user, 'operator_user_id'),
	};
	const { employee_type_id: typeId, job_family_id: familyId, job_level_id: levelId } = given;
	if (typeId) basics.employee_type_id = employeeType.read(typeId, types.employeeType, 'employee_type_id');
	if (familyId) basics.job_family_id = jobFamily.read(familyId, types.jobFamily, 'job_family_id');
	if (levelId) basics.job_level_id = jobLevel.read(levelId, types.jobLevel, 'job_level_id');
	return basics;
}

/** The version of the form: left out, it is the newest. */
function versionFor(company: Company, form: OfferForm, given: string | undefined): string {
	if (given === undefined || given === form.schemaId) return form.schemaId;
	if (company.offerForms.has(given)) throw new Refusal(500, 1002057, 'schema not the latest version');
	throw new Refusal(500, 1002059, 'schema not exist');
}

export function contentFrom(
	company: Company,
	application: Application,
	body: OfferBody,
	types: IdTypes,
	isNew: boolean,
): OfferContent {
	const form = formOf(company, application);
	const schemaId = versionFor(company, form, body.schema_id);
	const basics = readBasics(company, body.basic_info, types);
	refuseWrongJob(company, basics, isNew);
	refuseAttachments(company, basics);
	const asksForSalary = form.modules.some(({ kind, active }) => kind === 'salary' && active);
	if (asksForSalary && body.salary_info?.basic_salary === undefined) {
		throw invalidParameter('salary_info.basic_salary is required by the form');
	}
	const custom = customValues(company, form, body.customized_info_list ?? []);
	return { schemaId, basics, salary: body.salary_info, custom };
}

/** Whether what was changed is among what has to be approved anew. */
export function needsNewApproval(company: Company, old: OfferContent, now: OfferContent): boolean {
	if (JSON.stringify(old.salary) !== JSON.stringify(now.salary)) return true;
	const valueIn = (content: OfferContent, fieldId: string) =>
		content.custom.find((value) => value.id === fieldId)?.value;
	return company.offerForms.forms
		.flatMap(fieldsOf)
		.some((field) => field.needsApproval && valueIn(old, field.id) !== valueIn(now, field.id));
}

/** Offers that no request wrote have contents too, all alike. */
export function contentOf(company: Company, offer: Offer): OfferContent {
	if (offer.content) return offer.content;
	const { ids: known } = company;
	const [leader = '', owner = ''] = known.users;
	const application = company.applications.get(offer.applicationId);
	const form = application ? formOf(company, application) : company.offerForms.social;
	const formIds = form === company.offerForms.campus ? known.offerForms.campus : known.offerForms.social;
	offer.content = {
		schemaId: form.schemaId,
		basics: {
			department_id: known.departments[0] ?? '',
			leader_user_id: leader,
			owner_user_id: owner,
			operator_user_id: owner,
			employee_type_id:
				offer.type === OfferType.internship ? known.employeeTypes.intern : known.employeeTypes.regular,
			job_family_id: known.jobFamilies.active,
			job_level_id: known.jobLevels.active,
			probation_month: 6,
			contract_period: { period_type: 2, period: 3 },
			expected_onboard_date: '{"date":"2026-03-02"}',
			work_address_id: ADDRESSES[0]?.id,
			recommended_words: 'A strong candidate for the team.',
		},
		salary: { currency: 'CNY', basic_salary: '28000', award_salary_multiple: '2' },
		custom: [{ id: formIds.required, value: formIds.requiredOptions[0] ?? '' }],
	};
	return offer.content;
}

/** In the form in which it was written: what creating and updating answer. */
export function presentWritten(
	company: Company,
	content: OfferContent,
	types: IdTypes,
): Record<string, unknown> {
	const { user, department, jobLevel, jobFamily, employeeType } = company.directories;
	const { basics } = content;
	return {
		schema_id: content.schemaId,
		basic_info: {
			...basics,
			department_id: department.write(basics.department_id, types.department),
			leader_user_id: user.write(basics.leader_user_id, types.user),
			owner_user_id: user.write(basics.owner_user_id, types.user),
			operator_user_id: user.write(basics.operator_user_id, types.user),
			employee_type_id: employeeType.write(basics.employee_type_id, types.employeeType),
			job_family_id: jobFamily.write(basics.job_family_id, types.jobFamily),
			job_level_id: jobLevel.write(basics.job_level_id, types.jobLevel),
		},
		salary_info: content.salary,
		customized_info_list: content.custom,
	};
}

interface Named {
	zhName: string;
	enName: string;
}

function bilingual(writtenId: string | undefined, entry: Named | undefined): object | undefined {
	return writtenId === undefined
		? undefined
		: { id: writtenId, zh_name: entry?.zhName, en_name: entry?.enName };
}

function addressOf(addressId: string | undefined): object | undefined {
	return bilingual(
		addressId,
		ADDRESSES.find((address) => address.id === addressId),
	);
}

export function dayIn(json: string | undefined): string | undefined {
	return json === undefined ? undefined : (parse(json) as { date: string }).date;
}

export function jobInfo(company: Company, offer: Offer): Record<string, unknown> {
	const job = company.jobs.get(company.applications.get(offer.applicationId)?.jobId ?? '');
	return { job_id: job?.id, job_name: job?.title };
}

export function employeeTypeOf(company: Company, offer: Offer, types: IdTypes): object | undefined {
	const { employeeType } = company.directories;
	const { employee_type_id: stored } = contentOf(company, offer).basics;
	return bilingual(employeeType.write(stored, types.employeeType), employeeType.find(stored));
}

/** The deprecated type, which mixes how someone is hired with for what. */
function oldTypeOf(company: Company, offer: Offer): 1 | 2 | 3 {
	if (offer.type === OfferType.internship) return 3;
	const application = company.applications.get(offer.applicationId);
	return application && formOf(company, application) === company.offerForms.campus ? 2 : 1;
}

function valuesIn(module: OfferForm['modules'][number], content: OfferContent): object[] {
	return content.custom
		.filter((value) => module.fields.some((field) => field.id === value.id))
		.map((value) => ({ object_id: value.id, customize_value: value.value }));
}

/** In the form in which it is read, which is another: other names, other types, and values by module. */
export function presentOffer(company: Company, offer: Offer, types: IdTypes): Record<string, unknown> {
	const { user, department, jobLevel, jobFamily } = company.directories;
	const content = contentOf(company, offer);
	const { basics, salary } = content;
	const modules = company.offerForms.forms.flatMap((form) => form.modules);
	const valuesOf = (kind: OfferForm['modules'][number]['kind']) =>
		modules.filter((module) => module.kind === kind).flatMap((module) => valuesIn(module, content));
	return {
		id: offer.id,
		application_id: offer.applicationId,
		basic_info: {
			offer_type: oldTypeOf(company, offer),
			remark: basics.recommended_words,
			expire_time:
				offer.expirationDate === undefined ? undefined : Date.parse(`${offer.expirationDate}T00:00:00Z`),
			owner_user_id: user.write(basics.owner_user_id, types.user),
			creator_user_id: user.write(basics.operator_user_id, types.user),
			employee_type: employeeTypeOf(company, offer, types),
			create_time: offer.createTime === undefined ? undefined : String(offer.createTime),
			leader_user_id: user.write(basics.leader_user_id, types.user),
			onboard_date: dayIn(basics.expected_onboard_date),
			department_id: department.write(basics.department_id, types.department),
			probation_month: basics.probation_month,
			contract_year: basics.contract_year,
			contract_period: basics.contract_period,
			sequence: bilingual(
				jobFamily.write(basics.job_family_id, types.jobFamily),
				jobFamily.find(basics.job_family_id),
			),
			level: bilingual(
				jobLevel.write(basics.job_level_id, types.jobLevel),
				jobLevel.find(basics.job_level_id),
			),
			onboard_address: addressOf(basics.onboard_address_id),
			work_address: addressOf(basics.work_address_id),
			customize_info_list: valuesOf('basic'),
			position_id: basics.position_id,
			job_offered: basics.job_offered,
			job_grade_id: basics.job_grade_id,
			common_attachment_id_list: basics.common_attachment_id_list ?? [],
			pathway_id: basics.pathway_id,
		},
		salary_plan: salary && {
			...salary,
			// Written as an amount alone, read as JSON with its period, which is assumed to be the month.
			basic_salary:
				salary.basic_salary === undefined
					? undefined
					: JSON.stringify({ amount: salary.basic_salary, period: 2 }),
			customize_info_list: valuesOf('salary'),
		},
		schema_id: content.schemaId,
		offer_status: offer.status,
		job_info: jobInfo(company, offer),
		customized_module_list: modules
			.filter((module) => module.kind === 'custom')
			.map((module) => ({ ID: module.id, object_list: valuesIn(module, content) }))
			.filter(({ object_list: values }) => values.length > 0),
		job_requirement_id: basics.job_requirement_id,
		offer_send_record_list: offer.sentByHire ? sendRecords(offer) : [],
	};
}

/** Of an offer that Feishu Hire itself sent: twice, the later one last. */
const sendRecords = ({ id, createTime = 1_718_959_426_734 }: Offer): object[] =>
	[1, 2].map((day) => ({
		offer_send_record_id: `${id.slice(0, -1)}${day}`,
		send_time: String(createTime + day * 86_400_000),
		offer_letter_status: 1,
	}));
