import type { Company } from '../company/company';
import type { Application, Offer } from '../company/records';
import { ALL_KINDS, idTypes } from '../idTypes';
import type { IdTypeQuery, IdTypes } from '../idTypes';
import { contentOf, dayIn } from '../offerContent';
import { Refusal } from '../refusal';
import { route } from '../route';
import { list, object, someOf } from '../schema';
import { presentApplication } from './applications';
import { presentEmployee } from './employees';
import { interviewsIn, nameOf } from './interviews';

/** This page prefers the newer types of ids, unlike all the others. */
const idTypeKeys = idTypes(ALL_KINDS, {
	jobLevel: ['job_level_id', 'people_admin_job_level_id'],
	jobFamily: ['job_family_id', 'people_admin_job_category_id'],
	employeeType: ['employee_type_enum_id', 'people_admin_employee_type_id'],
});

const options = someOf(
	'with_job',
	'with_talent',
	'with_interview',
	'with_offer',
	'with_evaluation',
	'with_employee',
	'with_agency',
	'with_referral',
	'with_portal',
);

/** 字段权限要求: a part comes only to an app that has one of its scopes. */
const PART_SCOPES: Readonly<Record<string, readonly string[]>> = {
	job: ['hire:job:readonly', 'hire:job'],
	talent: ['hire:talent:readonly', 'hire:talent'],
	evaluations: ['hire:evaluation:readonly'],
	interview_aggregation: ['hire:interview:readonly', 'hire:interview'],
	offer: ['hire:offer:readonly', 'hire:offer'],
	employee: ['hire:employee:readonly', 'hire:employee'],
	agency: ['hire:agency:readonly', 'hire:agency'],
	portal: ['hire:site:readonly', 'hire:site'],
	referral: ['hire:referral:readonly', 'hire:referral'],
};
const SALARY_SCOPES = ['hire:offer_salary:readonly'];

function reasonOf(company: Company, application: Application): object | undefined {
	const reason = company.reasons.get(application.termination?.reasonIds[0] ?? '');
	return reason && { id: reason.id, name: nameOf(reason), children: [] };
}

function offerIn(
	company: Company,
	offer: Offer,
	types: IdTypes,
	seesSalary: boolean,
): Record<string, unknown> {
	const { basics, custom, salary: paid } = contentOf(company, offer);
	const salary = seesSalary ? paid : undefined;
	const { user, department, jobFamily, jobLevel, employeeType } = company.directories;
	const named = (directory: typeof user, stored: string | undefined, type: string) =>
		stored === undefined
			? undefined
			: { id: directory.write(stored, type), name: nameOf(directory.find(stored)) };
	return {
		offer_basic: {
			id: offer.id,
			offer_status: offer.status,
			leader: named(user, basics.leader_user_id, types.user),
			employee_type: named(employeeType, basics.employee_type_id, types.employeeType),
			department: named(department, basics.department_id, types.department),
			sequence: named(jobFamily, basics.job_family_id, types.jobFamily),
			level: named(jobLevel, basics.job_level_id, types.jobLevel),
			job_requirement_id: basics.job_requirement_id,
			probation_month: basics.probation_month,
			contract_period: basics.contract_period,
			onboard_date: dayIn(basics.expected_onboard_date),
			owner: named(user, basics.owner_user_id, types.user),
			remark: basics.recommended_words,
			attachment_list: (basics.common_attachment_id_list ?? []).flatMap((id) => {
				const attachment = company.attachments.get(id);
				return attachment
					? [{ id, name: attachment.name, size: attachment.size, common_attachment_id: id }]
					: [];
			}),
			customize_info_list: custom.map(({ id, value }) => ({ object_id: id, customize_value: value })),
			create_time: offer.createTime === undefined ? undefined : String(offer.createTime),
		},
		offer_salary: salary && {
			id: offer.id,
			salary_status: 1,
			probation_salary_percentage: salary.probation_salary_percentage,
			award_salary_multiple: salary.award_salary_multiple,
			option_shares: salary.option_shares,
			quarterly_bonus: salary.quarterly_bonus,
			half_year_bonus: salary.half_year_bonus,
		},
	};
}

/** As on its own page, but with ids named as ids and times as texts. */
function employeeIn(company: Company, applicationId: string, types: IdTypes): object | undefined {
	const employee = company.employeeOf(applicationId);
	if (!employee) return undefined;
	const { department, leader, sequence, level, ...shown } = presentEmployee(company, employee, types);
	const times = Object.entries(shown).map(([key, value]) => [
		key,
		key.endsWith('_time') && value !== undefined ? String(value) : value,
	]);
	return {
		...(Object.fromEntries(times) as object),
		department_id: department,
		leader_id: leader,
		sequence_id: sequence,
		level_id: level,
	};
}

export const applicationDetailRoutes = [
	route<IdTypeQuery & { options?: string | string[] }>()({
		name: 'GET /open-apis/hire/v1/applications/:application_id/get_detail',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: ['hire:application', 'hire:application:readonly'],
		partScopes: [...Object.values(PART_SCOPES).flat(), ...SALARY_SCOPES],
		query: object({}, { ...idTypeKeys.keys, options }),
		handle({ params, query, company, now, granted }) {
			const application = company.applications.get(params.application_id);
			if (!application) throw new Refusal(400, 1002201, 'application does not exist');
			const types = idTypeKeys.of(query);
			const wanted = list(query.options);
			const job = company.jobs.get(application.jobId);
			const talent = company.talents.get(application.talentId);
			const offer = company.offersOf(application.id).at(-1);
			const employee = employeeIn(company, application.id, types);
			// Each part is assumed to be left out when there is nothing to tell.
			const parts: Record<string, () => object | undefined> = {
				with_job: () => ({ job: job && { id: job.id, name: job.title, code: `A${job.id.slice(-6)}` } }),
				with_talent: () => ({
					talent: talent && { id: talent.id, name: talent.name, email: talent.email },
				}),
				with_interview: () => ({
					interview_aggregation: { interviews: interviewsIn(company, application.id, types.user, now) },
				}),
				with_offer: () => offer && { offer: offerIn(company, offer, types, granted(SALARY_SCOPES)) },
				with_evaluation: () => ({ evaluations: [] }),
				with_employee: () => employee && { employee },
			};
			const shown = Object.assign({}, ...wanted.map((option) => parts[option]?.())) as object;
			return {
				application_detail: {
					basic_info: {
						...presentApplication(company, application),
						onboard_status: company.employeeOf(application.id)?.employed ? 2 : 1,
						termination_reason: reasonOf(company, application),
					},
					...Object.fromEntries(Object.entries(shown).filter(([part]) => granted(PART_SCOPES[part] ?? []))),
				},
			};
		},
	}),
];
