import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed, Names } from '../declare/lookup';
import type { Endpoint, PagedEndpoint } from '../declare/operation';
import { allOf } from './groups';
import { kindOf, type Kinds } from './kinds';
import { within } from './names';

const OUT_OF_RANGE = {
	what: 'The app may not see the departments (部门) of the company',
	mend: "In the developer console set the app's contact range (通讯录权限范围) to all members, and publish a version. Until then type the ID, with the mode By ID.",
};

const CHILDREN: PagedEndpoint = {
	route: 'GET /open-apis/contact/v3/departments/:department_id/children',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/children',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: [
		'contact:contact.base:readonly',
		'contact:department.organize:readonly',
		'contact:contact:access_as_app',
		'contact:contact:readonly',
		'contact:contact:readonly_as_app',
	],
	effect: 'read',
	pages: { size: 50 },
	errors: {
		40004: OUT_OF_RANGE,
		40014: OUT_OF_RANGE,
		43010: {
			what: 'The company has more departments than Feishu lists',
			mend: 'Give the ID of the department (By ID).',
		},
	},
};

const ROOT = '0';

const KINDS: Kinds<'open_department_id' | 'department_id'> = {
	things: 'Departments (部门)',
	parameter: 'departmentIdType',
	title: 'Department ID Type',
	names: { open_department_id: 'Open Department ID', department_id: 'Department ID' },
};

/** What a department is called. */
export function namesOfDepartment({ name, i18n_name: names }: IDataObject): Names {
	const { zh, en } = within(names);
	return { zh: zh ?? String(name ?? ''), en };
}

/** The departments (部门), each below the one that it belongs to, with the names above it. */
export const departments: Listed = {
	name: 'searchDepartments',
	asks: [KINDS.parameter],
	async *entries({ all, chosen }) {
		const kind = kindOf(KINDS, chosen);
		const query = { department_id_type: kind, fetch_child: true };
		const found = await allOf(all(CHILDREN, { path: { department_id: ROOT }, query }));
		// An app without the scope of this kind of ID gets none.
		const records = found.filter((record) => record[kind] !== undefined);
		const below = new Map<string, IDataObject[]>();
		for (const record of records) {
			const parent = parentOf(record);
			below.set(parent, [...(below.get(parent) ?? []), record]);
		}
		// The app may see a department, and not the one above it.
		const seen = new Set(records.map((record) => String(record[kind])));
		for (const parent of [...below.keys()]) if (!seen.has(parent)) yield* subtree(parent, [], below, kind);
	},
};

const parentOf = ({ parent_department_id: parent }: IDataObject): string => String(parent ?? ROOT);

function* subtree(
	parent: string,
	path: readonly Names[],
	below: ReadonlyMap<string, IDataObject[]>,
	kind: string,
): Generator<Entry> {
	for (const child of below.get(parent) ?? []) {
		const names = namesOfDepartment(child);
		const id = String(child[kind]);
		const { is_deleted: deleted } = (child.status ?? {}) as IDataObject;
		yield { id, names, path, retired: deleted === true };
		yield* subtree(id, [...path, names], below, kind);
	}
}

/** The route that reads several departments. */
export const DEPARTMENTS: Endpoint = {
	route: 'GET /open-apis/contact/v3/departments/batch',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/batch',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['contact:contact.base:readonly'],
	effect: 'read',
};
