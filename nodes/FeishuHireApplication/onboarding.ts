import {
	departmentIdType,
	employeeTypeIdType,
	jobFamilyIdType,
	jobLevelIdType,
	userIdType,
} from '../fields/idTypes';

/** The kinds of IDs that the routes of onboarding share. */
export const onboardingIdTypes = () => ({
	userIdType: userIdType(),
	departmentIdType: departmentIdType(
		['open_department_id', 'department_id', 'people_admin_department_id'],
		'people_admin_department_id',
	),
	jobLevelIdType: jobLevelIdType(),
	jobFamilyIdType: jobFamilyIdType(),
	employeeTypeIdType: employeeTypeIdType(),
});

/** Code 1002908, whose HTTP status differs from route to route. */
export const NO_EHR_SYNC = {
	what: 'Feishu Hire does not let other systems report onboarding',
	mend: 'An administrator turns it on in Feishu Hire: Settings › Ecosystem › e-HR/OA Systems (设置 › 生态对接 › e-HR/OA 办公系统), the switch that syncs onboarding, conversion and departure (通过 e-HR/OA 办公系统同步候选人入职、转正、离职事件).',
};
