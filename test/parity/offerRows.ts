/** The rows of the operations on offers, internship offers and offer forms. */
import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../n8nCore/run';
import type { Company } from '../simulator';
import type { Row } from './rows';

/** What the panel saves of the custom fields. */
const mapped = (value: Record<string, string | number | boolean>): INodeParameters => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
});

export function offerRows(company: Company): Row[] {
	const { ids } = company;
	const {
		offers,
		internshipOffers,
		applications,
		users,
		departments,
		jobLevels,
		jobFamilies,
		employeeTypes,
		offerForms,
	} = ids;
	const [leader = '', owner = ''] = users;
	const [department = ''] = departments;
	const { social } = offerForms;
	const [signing = ''] = social.requiredOptions;
	const [attachment = '', other = ''] = ids.attachments;
	const version = company.offerForms.social.schemaId;
	const talent = company.applications.get(applications.approvedOffer)?.talentId ?? '';
	const people = {
		departmentId: department,
		leaderUserId: leader,
		ownerUserId: owner,
		operatorUserId: owner,
	};
	const sentPeople = {
		department_id: department,
		leader_user_id: leader,
		owner_user_id: owner,
		operator_user_id: owner,
	};
	const idTypes = {
		userIdType: 'open_id',
		departmentIdType: 'open_department_id',
		jobLevelIdType: 'people_admin_job_level_id',
		jobFamilyIdType: 'people_admin_job_category_id',
		employeeTypeIdType: 'people_admin_employee_type_id',
	};
	const sentTypes = {
		user_id_type: 'open_id',
		department_id_type: 'open_department_id',
		job_level_id_type: 'people_admin_job_level_id',
		job_family_id_type: 'people_admin_job_category_id',
		employee_type_id_type: 'people_admin_employee_type_id',
	} as const;
	const written = {
		...people,
		basicInfo: {
			contractPeriod: { values: { periodType: 2, period: 3 } },
			contractYear: 3,
			employeeTypeId: employeeTypes.regular,
			expectedOnboardDate: '2022-04-07T00:00:00',
			jobFamilyId: jobFamilies.active,
			jobLevelId: jobLevels.active,
			jobOffered: '入职职位',
			jobProcessTypeId: 1,
			jobRequirementId: byId('2342352224'),
			onboardAddressId: byId('6897079709306259719'),
			pathwayId: byId('6897079709306259719'),
			positionId: byId('6897079709306259719'),
			probationMonth: 3,
			recommendedWords: '十分优秀，推荐入职',
			workAddressId: byId('6897079709306259719'),
		},
		attachments: {
			commonAttachmentIdList: `${attachment}, ${other}`,
			attachmentDescription: '张三的简历',
		},
		customizedInfoList: mapped({
			[`${social.required}:select`]: signing,
			[`${social.fields.date_select}:date_select`]: '2022-01-01',
		}),
		idTypes,
	};
	const salaryInfo = {
		values: {
			currency: 'CNY',
			basicSalary: '1000000',
			probationSalaryPercentage: '0.8',
			awardSalaryMultiple: '3',
			optionShares: 30,
			quarterlyBonus: '3000',
			halfYearBonus: '10000.50',
		},
	};
	const sent = {
		basic_info: {
			...sentPeople,
			contract_period: { period_type: 2, period: 3 },
			contract_year: 3,
			employee_type_id: employeeTypes.regular,
			expected_onboard_date: '{"date":"2022-04-07"}',
			job_family_id: jobFamilies.active,
			job_level_id: jobLevels.active,
			job_offered: '入职职位',
			job_process_type_id: 1,
			job_requirement_id: '2342352224',
			onboard_address_id: '6897079709306259719',
			pathway_id: '6897079709306259719',
			position_id: '6897079709306259719',
			probation_month: 3,
			recommended_words: '十分优秀，推荐入职',
			work_address_id: '6897079709306259719',
			common_attachment_id_list: [attachment, other],
			attachment_description: '张三的简历',
		},
		salary_info: {
			currency: 'CNY',
			basic_salary: '1000000',
			probation_salary_percentage: '0.8',
			award_salary_multiple: '3',
			option_shares: '30',
			quarterly_bonus: '3000',
			half_year_bonus: '10000.50',
		},
		customized_info_list: [
			{ id: social.required, value: signing },
			{ id: social.fields.date_select, value: '{"date":"2022-01-01"}' },
		],
	};
	const least = {
		...people,
		customizedInfoList: mapped({ [`${social.required}:select`]: signing }),
		additionalFields: { salaryInfo: { values: { currency: 'CNY', basicSalary: 1000000 } } },
	};
	const sentLeast = {
		basic_info: sentPeople,
		salary_info: { currency: 'CNY', basic_salary: '1000000' },
		customized_info_list: [{ id: social.required, value: signing }],
	};
	return [
		{
			title: 'offer.create',
			given: 'everything',
			parameters: {
				applicationId: byId(applications.offerStage),
				...written,
				additionalFields: { offerType: 1, salaryInfo },
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.create({
						data: { application_id: applications.offerStage, offer_type: 1, ...sent },
						params: sentTypes,
					}),
			],
		},
		{
			title: 'offer.create',
			given: 'the least that the form allows',
			parameters: { applicationId: byId(applications.offerStage), ...least },
			vendor: [
				(client) =>
					client.hire.v1.offer.create({
						data: { application_id: applications.offerStage, ...sentLeast },
					}),
			],
		},
		{
			title: 'offer.update',
			given: 'everything',
			parameters: {
				offerId: byId(offers.created),
				...written,
				updateFields: { schemaId: byId(version), salaryInfo },
			},
			vendor: [
				(client) => client.hire.v1.offer.get({ path: { offer_id: offers.created } }),
				(client) =>
					client.hire.v1.offer.update({
						path: { offer_id: offers.created },
						data: { schema_id: version, ...sent },
						params: sentTypes,
					}),
			],
		},
		{
			title: 'offer.update',
			given: 'the newest version of the chosen form',
			parameters: {
				offerId: byId(offers.created),
				fieldsLeftOut: 'clear',
				offerForm: byId(social.formId),
				...people,
				customizedInfoList: least.customizedInfoList,
				updateFields: least.additionalFields,
			},
			vendor: [
				(client) =>
					client.hire.v1.offerApplicationForm.get({ path: { offer_application_form_id: social.formId } }),
				(client) =>
					client.hire.v1.offer.update({
						path: { offer_id: offers.created },
						data: { schema_id: version, ...sentLeast },
					}),
			],
		},
		{
			title: 'offer.update',
			given: 'the version that the offer has',
			parameters: {
				offerId: byId(offers.created),
				fieldsLeftOut: 'clear',
				...people,
				customizedInfoList: least.customizedInfoList,
				updateFields: least.additionalFields,
			},
			vendor: [
				(client) => client.hire.v1.offer.get({ path: { offer_id: offers.created } }),
				(client) =>
					client.hire.v1.offer.update({
						path: { offer_id: offers.created },
						data: { schema_id: version, ...sentLeast },
					}),
			],
		},
		{
			title: 'offer.get',
			given: 'every kind of ID',
			parameters: { offerId: byId(offers.sent), idTypes },
			vendor: [(client) => client.hire.v1.offer.get({ path: { offer_id: offers.sent }, params: sentTypes })],
		},
		{
			title: 'offer.getByApplication',
			given: 'every kind of ID',
			parameters: { applicationId: byId(applications.approvedOffer), idTypes },
			vendor: [
				(client) =>
					client.hire.v1.application.offer({
						path: { application_id: applications.approvedOffer },
						params: sentTypes,
					}),
			],
		},
		{
			title: 'offer.getAll',
			given: 'all offers of a candidate',
			parameters: {
				talentId: byId(talent),
				returnAll: true,
				idTypes: { userIdType: 'union_id', employeeTypeIdType: 'employee_type_enum_id' },
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.list({
						params: {
							talent_id: talent,
							page_size: 200,
							user_id_type: 'union_id',
							employee_type_id_type: 'employee_type_enum_id',
						},
					}),
			],
		},
		{
			title: 'internshipOffer.updateStatus',
			given: 'a start',
			parameters: {
				offerId: byId(internshipOffers.pending),
				statusChange: 'confirm_onboarding',
				actualOnboardingDate: '2022-01-01T00:00:00',
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.internOfferStatus({
						path: { offer_id: internshipOffers.pending },
						data: {
							operation: 'confirm_onboarding',
							onboarding_info: { actual_onboarding_date: '2022-01-01' },
						},
					}),
			],
		},
		{
			title: 'internshipOffer.updateStatus',
			given: 'an end',
			parameters: {
				offerId: byId(internshipOffers.onboarded),
				statusChange: 'offboard',
				actualOffboardingDate: '2026-03-02T00:00:00',
				notes: '主动离职',
			},
			vendor: [
				(client) =>
					client.hire.v1.offer.internOfferStatus({
						path: { offer_id: internshipOffers.onboarded },
						data: {
							operation: 'offboard',
							offboarding_info: { actual_offboarding_date: '2026-03-02', notes: '主动离职' },
						},
					}),
			],
		},
		{
			title: 'internshipOffer.updateStatus',
			given: 'a refusal',
			parameters: { offerId: byId(internshipOffers.pending), statusChange: 'cancel_onboarding' },
			vendor: [
				(client) =>
					client.hire.v1.offer.internOfferStatus({
						path: { offer_id: internshipOffers.pending },
						data: { operation: 'cancel_onboarding' },
					}),
			],
		},
		{
			title: 'offerForm.get',
			given: 'a form',
			parameters: { offerApplicationFormId: byId(social.formId) },
			vendor: [
				(client) =>
					client.hire.v1.offerApplicationForm.get({ path: { offer_application_form_id: social.formId } }),
			],
		},
		{
			title: 'offerForm.getAll',
			given: 'the first only',
			parameters: { limit: 1 },
			vendor: [(client) => client.hire.v1.offerApplicationForm.list({ params: { page_size: 1 } })],
		},
		{
			title: 'offerForm.getApprovalTemplates',
			given: 'all',
			parameters: { returnAll: true, idTypes: { departmentIdType: 'open_department_id' } },
			vendor: [
				(client) =>
					client.hire.v1.offerApprovalTemplate.list({
						params: { page_size: 200, department_id_type: 'open_department_id' },
					}),
			],
		},
		{
			title: 'offerForm.updateCustomField',
			given: 'a choice with its options',
			parameters: {
				offerCustomFieldId: byId(social.required),
				name: { values: { zhCn: '就职状态', enUs: 'Employment status' } },
				updateFields: {
					options: { values: [{ zhCn: '无业', enUs: 'Unemployed' }, { enUs: 'Employed' }] },
				},
			},
			vendor: [
				(client) =>
					client.hire.v1.offerCustomField.update({
						path: { offer_custom_field_id: social.required },
						data: {
							name: { zh_cn: '就职状态', en_us: 'Employment status' },
							config: {
								options: [{ name: { zh_cn: '无业', en_us: 'Unemployed' } }, { name: { en_us: 'Employed' } }],
							},
						},
					}),
			],
		},
	];
}
