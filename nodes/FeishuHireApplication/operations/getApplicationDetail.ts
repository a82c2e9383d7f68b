import { applicationDetailRow } from '../../rows/applications';
import {
	departmentIdType,
	employeeTypeIdType,
	ID_TYPES,
	jobFamilyIdType,
	jobLevelIdType,
	userIdType,
} from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { applicationDetailRoute } from '../../routes/applicationDetail';
import { operation } from '../../declare/operation';
import { choices } from '../../declare/params';
import { query } from '../../declare/place';

export const getApplicationDetail = operation({
	...applicationDetailRoute,
	resource: 'application',
	value: 'getDetail',
	name: 'Get Detail',
	action: 'Get an application in full detail',
	description: 'Read an application (投递) together with its job, candidate, interviews, offer and more',
	sections: ID_TYPES,
	params: {
		applicationId: applicationId(),
		options: {
			...choices({
				name: 'Include',
				to: query('options'),
				description:
					'What to read besides the application itself. Some of it needs a scope of its own. Turn Simplify off to see all of it.',
				options: [
					{ name: 'Agency', value: 'with_agency', zh: '猎头', description: 'The headhunter' },
					{ name: 'Candidate', value: 'with_talent', zh: '人才', description: 'Name and contact' },
					{ name: 'Employee', value: 'with_employee', zh: '员工', description: 'The onboarding' },
					{ name: 'Evaluations', value: 'with_evaluation', zh: '评估', description: 'Of the resume' },
					{ name: 'Interviews', value: 'with_interview', zh: '面试', description: 'With their feedback' },
					{ name: 'Job', value: 'with_job', zh: '职位', description: 'Title and number' },
					{
						name: 'Offer',
						value: 'with_offer',
						description: 'A regular one, with its salary where the app may see it',
					},
					{
						name: 'Recruitment Site',
						value: 'with_portal',
						zh: '官网',
						description: 'The choices on the site',
					},
					{ name: 'Referral', value: 'with_referral', zh: '内推', description: 'Who referred the candidate' },
				],
			}),
			open: false,
		},
		userIdType: userIdType({ peopleAdmin: true }),
		departmentIdType: departmentIdType(),
		jobLevelIdType: jobLevelIdType('job_level_id'),
		jobFamilyIdType: jobFamilyIdType('job_family_id'),
		employeeTypeIdType: employeeTypeIdType('employee_type_enum_id'),
	},
	row: applicationDetailRow,
	suspects: 'Check the application ID, and the kinds of IDs under ID Types.',
});
