import {
	departmentIdType,
	employeeTypeIdType,
	jobFamilyIdType,
	jobLevelIdType,
	userIdType,
} from '../../fields/idTypes';

/** The kinds of IDs in a whole offer. */
export const offerIdTypes = (users?: { peopleAdmin: boolean }) => ({
	userIdType: userIdType(users),
	departmentIdType: departmentIdType(),
	jobLevelIdType: jobLevelIdType(),
	jobFamilyIdType: jobFamilyIdType(),
	employeeTypeIdType: employeeTypeIdType(),
});
