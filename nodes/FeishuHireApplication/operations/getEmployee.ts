import { ID_TYPES } from '../../fields/idTypes';
import { employeeId } from '../fields/ids';
import { onboardingIdTypes } from '../onboarding';
import { employeeRow } from '../outputs';
import { operation } from '../../declare/operation';

export const getEmployee = operation({
	resource: 'onboarding',
	value: 'getEmployee',
	name: 'Get Employee',
	action: 'Get an employee by the employee ID',
	description: 'Read the onboarding of a person (入职信息) by the employee ID',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/employee/get',
	route: 'GET /open-apis/hire/v1/employees/:employee_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:employee:readonly', 'hire:employee'],
	effect: 'read',
	sections: ID_TYPES,
	params: { employeeId: employeeId(), ...onboardingIdTypes() },
	record: 'employee',
	row: employeeRow,
	suspects:
		'Check that the employee exists. If all you have is the application, use Get Employee by Application.',
});
