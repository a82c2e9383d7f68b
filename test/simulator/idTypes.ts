/** The query keys that say by which type of id people, departments and job data are meant. */
import type { DirectoryName } from './company/directory';
import { oneOf } from './schema';
import type { Schema } from './schema';

const KEYS: Record<DirectoryName, string> = {
	user: 'user_id_type',
	department: 'department_id_type',
	jobLevel: 'job_level_id_type',
	jobFamily: 'job_family_id_type',
	employeeType: 'employee_type_id_type',
};

export type IdTypeQuery = Partial<
	Record<
		| 'user_id_type'
		| 'department_id_type'
		| 'job_level_id_type'
		| 'job_family_id_type'
		| 'employee_type_id_type',
		string
	>
>;

export type IdTypes = Record<DirectoryName, string>;

const USUAL: Record<DirectoryName, readonly string[]> = {
	user: ['open_id', 'union_id', 'user_id'],
	department: ['open_department_id', 'department_id'],
	jobLevel: ['people_admin_job_level_id', 'job_level_id'],
	jobFamily: ['people_admin_job_category_id', 'job_family_id'],
	employeeType: ['people_admin_employee_type_id', 'employee_type_enum_id'],
};

export interface IdTypeKeys {
	/** The query keys and their allowed values. */
	keys: Record<string, Schema>;
	/** What a request asks for. */
	of(query: IdTypeQuery): IdTypes;
}

/** The kinds a route takes, and where it departs from the usual values. The first value is the default. */
export function idTypes(
	kinds: readonly DirectoryName[],
	departures: Partial<Record<DirectoryName, readonly string[]>> = {},
): IdTypeKeys {
	const allowed = { ...USUAL, ...departures };
	return {
		keys: Object.fromEntries(kinds.map((kind) => [KEYS[kind], oneOf(...allowed[kind])])),
		of: (query) =>
			Object.fromEntries(
				(Object.keys(KEYS) as DirectoryName[]).map((kind) => [
					kind,
					(query as Record<string, string | undefined>)[KEYS[kind]] ?? allowed[kind][0] ?? '',
				]),
			) as IdTypes,
	};
}

export const ALL_KINDS: readonly DirectoryName[] = [
	'user',
	'department',
	'jobLevel',
	'jobFamily',
	'employeeType',
];

/** As the pages of onboarding have it: departments by the id of the old administration unless told otherwise. */
export const ADMIN_DEPARTMENTS = {
	department: ['people_admin_department_id', 'open_department_id', 'department_id'],
} as const;
