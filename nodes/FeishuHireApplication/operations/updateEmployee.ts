import { ID_TYPES } from '../../fields/idTypes';
import { employeeId } from '../fields/ids';
import { NO_EHR_SYNC, onboardingIdTypes } from '../onboarding';
import { employeeRow } from '../outputs';
import { operation } from '../../declare/operation';
import { choice, text, timestamp } from '../../declare/params';
import { body } from '../../declare/place';

const CONVERT = 1;
const LEAVE = 2;

export const updateEmployee = operation({
	resource: 'onboarding',
	value: 'updateEmployee',
	name: 'Update Employee',
	action: 'Record or undo a conversion or leave',
	description: 'Report that a person became a regular employee (转正) or left (离职), or take it back',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/employee/patch',
	route: 'PATCH /open-apis/hire/v1/employees/:employee_id',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:employee'],
	effect: 'idempotent',
	orderedBy: 'employeeId',
	collection: 'updateFields',
	sections: ID_TYPES,
	params: {
		employeeId: employeeId(),
		// A panel has one parameter 'operation', and it chooses among these files.
		employeeOperation: choice({
			name: 'What Happened',
			to: body('operation'),
			required: true,
			description: 'What happened to the employee',
			options: [
				{ name: 'Became a Regular Employee', value: CONVERT, zh: '转正', description: 'Probation is over' },
				{ name: 'Left the Company', value: LEAVE, zh: '离职' },
				{
					name: 'Take Back Onboarding',
					value: 3,
					zh: '恢复至待入职',
					description: 'Back to Pending Onboarding',
				},
				{ name: 'Take Back Regular Employment', value: 5, zh: '撤销转正', description: 'Back to probation' },
				{ name: 'Take Back the Departure', value: 4, zh: '撤销离职', description: 'Back to Onboarded' },
			],
		}),
		actualConversionTime: timestamp({
			name: 'Actual End of Probation',
			to: body('conversion_info.actual_conversion_time'),
			wire: 'integer',
			required: { param: 'employeeOperation', is: [CONVERT], says: 'someone became a regular employee' },
			description: "When the probation ended (实际转正日期), in the workflow's time zone",
		}),
		actualOverboardTime: timestamp({
			name: 'Actual Departure Date',
			to: body('overboard_info.actual_overboard_time'),
			wire: 'integer',
			required: { param: 'employeeOperation', is: [LEAVE], says: 'someone left the company' },
			description: "When the employee left (实际离职日期), in the workflow's time zone",
		}),
		overboardNote: text({
			name: 'Departure Reason',
			to: body('overboard_info.overboard_note'),
			shown: { employeeOperation: [LEAVE] },
			description: 'Why the employee left (离职原因)',
			rows: 2,
		}),
		...onboardingIdTypes(),
	},
	record: 'employee',
	row: employeeRow,
	suspects: 'Check the employee ID, and the kinds of IDs under ID Types.',
	errors: {
		1002902: {
			what: 'The state of the employee does not allow this change',
			mend: 'Read the employee to see the state: only someone on probation can become a regular employee, only someone who works here can leave, and only what happened can be taken back. If an earlier run broke off, it may have made the change.',
		},
		1002903: {
			what: 'The employee does not exist',
			mend: 'Give the employee ID of Feishu Hire. If all you have is the application, use Get Employee by Application first.',
		},
		1002905: {
			what: 'The time is impossible',
			mend: 'It must not be in the future, nor before the employee was onboarded.',
		},
		1002907: {
			what: 'There is no departure to take back',
			mend: 'Only of an employee who has left (已离职) can the departure be taken back.',
		},
		1002908: NO_EHR_SYNC,
		1002910: {
			what: 'The employee is kept in Feishu People',
			mend: 'Make the change in Feishu People (飞书人事); Feishu Hire follows.',
		},
	},
});
