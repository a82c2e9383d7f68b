import { choice, date, group, id, integer, text } from '../../declare/params';
import { body } from '../../declare/place';
import { employeeTypes } from '../../lookups/employeeTypes';
import { jobFamilies } from '../../lookups/jobFamilies';
import { jobLevels } from '../../lookups/jobLevels';
import { jobRequirements } from '../../lookups/jobRequirements';
import { locations } from '../../lookups/locations';

const section = 'basicInfo';

/** Place, job, probation and contract: what an offer may say besides. */
export const positionAndContract = () => ({
	contractPeriod: group({
		name: 'Contract Period',
		to: body('basic_info.contract_period'),
		section,
		description: 'How long the contract (合同期) runs',
		fields: {
			period: integer({
				name: 'Length',
				to: body('period'),
				required: true,
				min: 0,
				max: 100,
				description: 'Number of months or years',
			}),
			periodType: choice({
				name: 'Unit',
				to: body('period_type'),
				required: true,
				description: 'Whether the length counts months or years',
				options: [
					{ name: 'Months', value: 1, zh: '月' },
					{ name: 'Years', value: 2, zh: '年' },
				],
			}),
		},
	}),
	contractYear: integer({
		name: 'Contract (Years)',
		to: body('basic_info.contract_year'),
		section,
		min: 0,
		description:
			'Length of the contract in whole years. Feishu recommends Contract Period in its place; a form without the field for years refuses this one.',
	}),
	employeeTypeId: id({
		foreign: true,
		lookup: employeeTypes,
		name: 'Employee Type',
		to: body('basic_info.employee_type_id'),
		section,
		description:
			"ID of the employee type (人员类型), such as full-time or intern, of the kind that 'Employee Type ID Type' says",
	}),
	employmentJobId: id({
		name: 'Employment Job',
		to: body('basic_info.employment_job_id'),
		section,
		description:
			'ID of the job (职务) in Feishu People. Only for companies with Feishu People (飞书人事企业版).',
	}),
	expectedOnboardDate: date({
		name: 'Expected Onboarding Date',
		to: body('basic_info.expected_onboard_date'),
		section,
		json: true,
		description: "The planned first day (预计入职日期), in the workflow's time zone",
	}),
	jobFamilyId: id({
		foreign: true,
		lookup: jobFamilies,
		name: 'Job Family',
		to: body('basic_info.job_family_id'),
		section,
		description: "ID of the job family (序列), of the kind that 'Job Family ID Type' says",
	}),
	jobGradeId: id({
		name: 'Job Grade',
		to: body('basic_info.job_grade_id'),
		section,
		description: 'ID of the job grade (职等). Only for companies with Feishu People (飞书人事).',
	}),
	jobLevelId: id({
		foreign: true,
		lookup: jobLevels,
		name: 'Job Level',
		to: body('basic_info.job_level_id'),
		section,
		description: "ID of the job level (职级), of the kind that 'Job Level ID Type' says",
	}),
	jobOffered: text({
		name: 'Job Title Offered',
		to: body('basic_info.job_offered'),
		section,
		description: 'Title of the position to take up (入职职位)',
		placeholder: 'e.g. Backend Engineer',
	}),
	jobProcessTypeId: choice({
		name: 'Hiring Process Type',
		to: body('basic_info.job_process_type_id'),
		section,
		description: 'The kind of hiring process (招聘流程类型)',
		options: [
			{ name: 'Experienced Hires', value: 1, zh: '社招' },
			{ name: 'Graduates', value: 2, zh: '校招' },
		],
	}),
	jobRequirementId: id({
		lookup: jobRequirements,
		name: 'Job Requirement',
		to: body('basic_info.job_requirement_id'),
		section,
		description: 'ID of the job requirement (招聘需求) that the offer fills',
	}),
	onboardAddressId: id({
		lookup: locations,
		name: 'Onboarding Address',
		to: body('basic_info.onboard_address_id'),
		section,
		description: 'ID of the place to report to on the first day (入职地点)',
	}),
	pathwayId: id({
		name: 'Pathway',
		to: body('basic_info.pathway_id'),
		section,
		description: 'ID of the career pathway (通道) in Feishu People',
	}),
	positionId: id({
		name: 'Position',
		to: body('basic_info.position_id'),
		section,
		description: 'ID of the position (岗位) in Feishu People. Only for companies that use positions there.',
	}),
	probationMonth: integer({
		name: 'Probation (Months)',
		to: body('basic_info.probation_month'),
		section,
		min: 0,
		description: 'Length of the probation (试用期) in months',
	}),
	recommendedWords: text({
		name: 'Recommendation',
		to: body('basic_info.recommended_words'),
		section,
		rows: 2,
		description: 'Why the candidate is recommended (Offer 推荐语)',
	}),
	workAddressId: id({
		lookup: locations,
		name: 'Work Address',
		to: body('basic_info.work_address_id'),
		section,
		description: 'ID of the place of work (办公地点)',
	}),
});
