import { choice } from '../declare/params';
import { query } from '../declare/place';

/** The section of the panel that the kinds of IDs stand in: `sections: { ...ID_TYPES }`. */
export const ID_TYPES = { idTypes: { title: 'ID Types', last: true } } as const;

const section = 'idTypes';

const DEPARTMENT = {
	open_department_id: {
		name: 'Open Department ID',
		value: 'open_department_id',
		description: 'Begins with od-',
	},
	department_id: {
		name: 'Department ID',
		value: 'department_id',
		description: 'The ID that the company may have set itself',
	},
	people_admin_department_id: {
		name: 'People Admin Department ID',
		value: 'people_admin_department_id',
		description: 'Of the people administration system that Feishu is phasing out',
	},
};

const PEOPLE_ADMIN_USER = {
	name: 'People Admin ID',
	value: 'people_admin_id',
	description: 'Of the people administration system that Feishu is phasing out',
};

/** Which kind of ID names the people of a request and its answer. Some routes offer the people admin ID too. */
export const userIdType = ({ peopleAdmin = false } = {}) =>
	choice({
		name: 'User ID Type',
		to: query('user_id_type'),
		section,
		description: 'The kind of ID that names people, here and in the answer',
		options: [
			{ name: 'Open ID', value: 'open_id', description: 'Begins with ou_, differs from app to app' },
			{
				name: 'Union ID',
				value: 'union_id',
				description: 'Begins with on_, the same for all apps of one developer',
			},
			{
				name: 'User ID',
				value: 'user_id',
				description:
					'The same for all apps of the company; needs the scope contact:user.employee_id:readonly',
			},
			...(peopleAdmin ? [PEOPLE_ADMIN_USER] : []),
		],
		default: 'open_id',
	});

/** Which kind of ID names departments. `offered` and `preset` are those of the route's page. */
export const departmentIdType = (
	offered: ReadonlyArray<keyof typeof DEPARTMENT> = ['open_department_id', 'department_id'],
	preset: keyof typeof DEPARTMENT = 'open_department_id',
) =>
	choice({
		name: 'Department ID Type',
		to: query('department_id_type'),
		section,
		description: 'The kind of ID that names departments, here and in the answer',
		options: offered.map((value) => DEPARTMENT[value]),
		default: preset,
	});

/** Which kind of ID names job levels (职级). */
export const jobLevelIdType = (
	preset: 'people_admin_job_level_id' | 'job_level_id' = 'people_admin_job_level_id',
) =>
	choice({
		name: 'Job Level ID Type',
		to: query('job_level_id_type'),
		section,
		description: 'The kind of ID that names job levels (职级), here and in the answer',
		options: [
			{
				name: 'People Admin Job Level ID',
				value: 'people_admin_job_level_id',
				description: 'Of the people administration system that Feishu is phasing out',
			},
			{ name: 'Job Level ID', value: 'job_level_id', description: 'Of the Feishu admin console' },
		],
		default: preset,
	});

/** Which kind of ID names job families (序列). */
export const jobFamilyIdType = (
	preset: 'people_admin_job_category_id' | 'job_family_id' = 'people_admin_job_category_id',
) =>
	choice({
		name: 'Job Family ID Type',
		to: query('job_family_id_type'),
		section,
		description: 'The kind of ID that names job families (序列), here and in the answer',
		options: [
			{
				name: 'People Admin Job Category ID',
				value: 'people_admin_job_category_id',
				description: 'Of the people administration system that Feishu is phasing out',
			},
			{ name: 'Job Family ID', value: 'job_family_id', description: 'Of the Feishu admin console' },
		],
		default: preset,
	});

/** Which kind of ID names employee types (人员类型). */
export const employeeTypeIdType = (
	preset: 'people_admin_employee_type_id' | 'employee_type_enum_id' = 'people_admin_employee_type_id',
) =>
	choice({
		name: 'Employee Type ID Type',
		to: query('employee_type_id_type'),
		section,
		description: 'The kind of ID that names employee types (人员类型), here and in the answer',
		options: [
			{
				name: 'People Admin Employee Type ID',
				value: 'people_admin_employee_type_id',
				description: 'Of the people administration system that Feishu is phasing out',
			},
			{
				name: 'Employee Type Enum ID',
				value: 'employee_type_enum_id',
				description: 'Of the Feishu admin console',
			},
		],
		default: preset,
	});
