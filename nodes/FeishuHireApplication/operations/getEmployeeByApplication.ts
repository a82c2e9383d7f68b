import { ID_TYPES } from '../../fields/idTypes';
import { onboardingIdTypes } from '../onboarding';
import { employeeRow } from '../outputs';
import { operation } from '../../declare/operation';
import { id } from '../../declare/params';
import { query } from '../../declare/place';
import { applications } from '../../lookups/applications';

export const getEmployeeByApplication = operation({
	resource: 'onboarding',
	value: 'getEmployeeByApplication',
	name: 'Get Employee by Application',
	action: 'Get an employee by application',
	description: 'Read the onboarding of a person (入职信息) by the application that led to it',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/employee/get_by_application',
	route: 'GET /open-apis/hire/v1/employees/get_by_application',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:employee', 'hire:employee:readonly'],
	effect: 'read',
	sections: ID_TYPES,
	params: {
		applicationId: id({
			lookup: applications,
			name: 'Application',
			to: query('application_id'),
			required: true,
			description: 'The application (投递) with which the person was hired',
			placeholder: 'e.g. 7379910335417927975',
		}),
		...onboardingIdTypes(),
	},
	record: 'employee',
	row: employeeRow,
	suspects: 'Check the application ID, and the kinds of IDs under ID Types.',
	errors: {
		1002903: {
			what: 'Nobody was onboarded with this application',
			mend: 'Check the application ID. An employee exists only once the application is Onboarded (已入职).',
		},
	},
});
