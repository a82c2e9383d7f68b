import { ID_TYPES } from '../../fields/idTypes';
import { applicationId } from '../../fields/ids';
import { NO_EHR_SYNC, onboardingIdTypes } from '../onboarding';
import { employeeRow } from '../outputs';
import { operation } from '../../declare/operation';
import { id, timestamp } from '../../declare/params';
import { body } from '../../declare/place';
import { onboarded } from '../proofs';
import { departments } from '../../lookups/departments';
import { employeeTypes } from '../../lookups/employeeTypes';
import { jobFamilies } from '../../lookups/jobFamilies';
import { jobLevels } from '../../lookups/jobLevels';
import { jobRequirements } from '../../lookups/jobRequirements';
import { cities } from '../../lookups/locations';
import { people } from '../../lookups/people';

const FOR_BONUS = 'Feishu Hire uses it for the rules of the referral bonus (内推奖规则) alone.';

export const transferOnboard = operation({
	resource: 'onboarding',
	value: 'transferOnboard',
	name: 'Onboard',
	action: 'Onboard a candidate as an employee',
	description: 'Mark a candidate who is Pending Onboarding (待入职) as Onboarded (已入职)',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/transfer_onboard',
	route: 'POST /open-apis/hire/v1/applications/:application_id/transfer_onboard',
	limits: [{ requests: 20, perSeconds: 1 }],
	scopes: ['hire:application'],
	effect: 'idempotent',
	orderedBy: 'applicationId',
	sections: ID_TYPES,
	params: {
		applicationId: applicationId(),
		actualOnboardTime: timestamp({
			name: 'Actual Onboarding Date',
			to: body('actual_onboard_time'),
			wire: 'integer',
			description:
				"When the candidate started to work (实际入职时间), in the workflow's time zone, not in the future",
			absence: 'Feishu Hire takes the present time',
		}),
		expectedConversionTime: timestamp({
			name: 'Expected End of Probation',
			to: body('expected_conversion_time'),
			wire: 'integer',
			description: 'When the probation is expected to end (预期转正时间)',
			absence: 'Feishu Hire records none',
		}),
		jobRequirementId: id({
			lookup: jobRequirements,
			name: 'Job Requirement',
			to: body('job_requirement_id'),
			description:
				'ID of the job requirement (招聘需求) that this onboarding fills. Feishu Hire may require it, by its setting for linking job requirements (招聘需求关联设置).',
			placeholder: 'e.g. 6960663240925956402',
		}),
		operatorId: id({
			foreign: true,
			lookup: people,
			name: 'Operator',
			to: body('operator_id'),
			description: 'ID of the person who does it (操作人), of the kind under User ID Type',
			placeholder: 'e.g. ou_84aad35d084aa403a838cf73ee18467',
		}),
		onboardCityCode: id({
			foreign: true,
			lookup: cities,
			name: 'Work Location',
			to: body('onboard_city_code'),
			description: `Code of the location in Feishu Hire where the candidate works (办公地点). ${FOR_BONUS}`,
			placeholder: 'e.g. CT_2',
		}),
		department: id({
			foreign: true,
			lookup: departments,
			name: 'Department',
			to: body('department'),
			description: `ID of the department (部门) that the candidate joins, of the kind under Department ID Type. ${FOR_BONUS}`,
			placeholder: 'e.g. 6966123381141866028',
		}),
		leader: id({
			foreign: true,
			lookup: people,
			name: 'Direct Manager',
			to: body('leader'),
			description: `ID of the direct manager (直属上级), of the kind under User ID Type. ${FOR_BONUS}`,
			placeholder: 'e.g. ou_84aad35d084aa403a838cf73ee18467',
		}),
		sequence: id({
			foreign: true,
			lookup: jobFamilies,
			name: 'Job Family',
			to: body('sequence'),
			description: `ID of the job family (序列), of the kind under Job Family ID Type. ${FOR_BONUS}`,
			placeholder: 'e.g. 7006234385490345986',
		}),
		level: id({
			foreign: true,
			lookup: jobLevels,
			name: 'Job Level',
			to: body('level'),
			description: `ID of the job level (职级), of the kind under Job Level ID Type. ${FOR_BONUS}`,
			placeholder: 'e.g. 6937934036379650311',
		}),
		employeeType: id({
			foreign: true,
			lookup: employeeTypes,
			name: 'Employee Type',
			to: body('employee_type'),
			description: `ID of the employee type (人员类型), of the kind under Employee Type ID Type. ${FOR_BONUS}`,
			placeholder: 'e.g. cSbrHjS5Ogiwq0Zu-cKz1g==',
		}),
		...onboardingIdTypes(),
	},
	record: 'employee',
	row: employeeRow,
	proof: onboarded,
	suspects:
		'Check that each ID is of the kind chosen under ID Types, and that the job requirement is given where your settings require it.',
	errors: {
		1002210: {
			what: 'The candidate is locked in another application',
			mend: 'Wait until the lock ends, or release it by hand on the page of the candidate in Feishu Hire.',
		},
		1002901: {
			what: 'The application does not exist',
			mend: 'Give the ID of the application (投递), not of the candidate (人才) or the offer.',
		},
		1002902: {
			what: 'The application is not in the stage Pending Onboarding',
			mend: 'Move it to Pending Onboarding (待入职) with Application › Transfer Stage first.',
		},
		1002904: {
			what: 'The candidate is onboarded already',
			mend: 'Nothing is left to do. Leave the item out, or change the employee with Update Employee.',
		},
		1002905: {
			what: 'One of the times is impossible',
			mend: "'Actual Onboarding Date' must not be in the future, and 'Expected End of Probation' must not be before it.",
		},
		1002908: NO_EHR_SYNC,
	},
});
