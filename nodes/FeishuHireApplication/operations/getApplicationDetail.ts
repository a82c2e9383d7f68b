import { simplifiedDetail } from '../simplified';
import {
	departmentIdType,
	employeeTypeIdType,
	ID_TYPES,
	jobFamilyIdType,
	jobLevelIdType,
	userIdType,
} from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { operation } from '../../declare/operation';
import { choices } from '../../declare/params';
import { query } from '../../declare/place';

export const getApplicationDetail = operation({
	resource: 'application',
	value: 'getDetail',
	name: 'Get Detail',
	action: 'Get the details of an application',
	description: 'Read an application (投递) together with its job, candidate, interviews, offer and more',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get_detail',
	route: 'GET /open-apis/hire/v1/applications/:application_id/get_detail',
	limits: [{ requests: 10, perSeconds: 1 }],
	scopes: ['hire:application', 'hire:application:readonly'],
	effect: 'read',
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
					{ name: 'Agency', value: 'with_agency', description: 'The headhunter (猎头)' },
					{ name: 'Candidate', value: 'with_talent', description: 'Name and contact (人才)' },
					{ name: 'Employee', value: 'with_employee', description: 'The onboarding (员工)' },
					{ name: 'Evaluations', value: 'with_evaluation', description: 'Of the resume (评估)' },
					{ name: 'Interviews', value: 'with_interview', description: 'With their feedback (面试)' },
					{ name: 'Job', value: 'with_job', description: 'Title and number (职位)' },
					{ name: 'Offer', value: 'with_offer', description: 'With its salary where the app may see it' },
					{ name: 'Recruitment Site', value: 'with_portal', description: 'The choices on the site (官网)' },
					{ name: 'Referral', value: 'with_referral', description: 'Who referred the candidate (内推)' },
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
	record: 'application_detail',
	simplify: simplifiedDetail,
	suspects: 'Check the application ID, and the kinds of IDs under ID Types.',
	errors: {
		1002201: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
	},
});
