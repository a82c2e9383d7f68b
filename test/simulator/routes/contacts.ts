/** The contacts of the company: people, departments and what they are called by. Ids of the first type are stored. */
import type { Company } from '../company/company';
import type { Directory, Entry } from '../company/directory';
import { idTypes } from '../idTypes';
import type { IdTypeQuery, IdTypes } from '../idTypes';
import { pageOf } from '../paging';
import type { PageQuery } from '../paging';
import { Refusal } from '../refusal';
import { json, route } from '../route';
import { list, object, oneOf, paging, text } from '../schema';

const usualLimits = [
	{ requests: 1000, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];
const idTypeKeys = idTypes(['user', 'department']);
const userType = idTypes(['user']);
const ROOT = '0';

const stored = ({ ids }: Entry): string => Object.values(ids)[0] ?? '';

/** Up to fifty of a query key that may be repeated. */
const upTo50 = {
	anyOf: [text, { type: 'array', items: text, maxItems: 50 }],
};

function presentDepartment({ directories }: Company, entry: Entry, types: IdTypes): object {
	const { ids, zhName, enName, parentId, active = true } = entry;
	return {
		name: zhName,
		i18n_name: { zh_cn: zhName, en_us: enName, ja_jp: '' },
		parent_department_id:
			parentId === undefined ? ROOT : directories.department.write(parentId, types.department),
		department_id: ids.department_id,
		open_department_id: ids.open_department_id,
		member_count: 1,
		status: { is_deleted: !active },
	};
}

function presentUser({ directories }: Company, entry: Entry, types: IdTypes): object {
	const { ids, zhName, enName, email, mobile, departmentId, active = true } = entry;
	return {
		open_id: ids.open_id,
		union_id: ids.union_id,
		user_id: ids.user_id,
		name: zhName,
		en_name: enName,
		email,
		mobile,
		department_ids: departmentId ? [directories.department.write(departmentId, types.department)] : [],
		status: { is_frozen: false, is_resigned: !active, is_activated: true },
	};
}

/** All that stand below a department, at any depth when `recursive`. */
function below(directory: Directory, parent: string | undefined, recursive: boolean): Entry[] {
	const children = directory.entries.filter(({ parentId }) => parentId === parent);
	if (!recursive) return children;
	return children.flatMap((child) => [child, ...below(directory, stored(child), true)]);
}

const localized = ({ zhName, enName }: Entry) => [
	...(zhName ? [{ locale: 'zh_cn', value: zhName }] : []),
	...(enName ? [{ locale: 'en_us', value: enName }] : []),
];

interface ChildrenQuery extends PageQuery, IdTypeQuery {
	fetch_child?: 'true' | 'false';
}

interface BatchQuery extends IdTypeQuery {
	user_ids: string | string[];
	department_ids: string | string[];
}

interface NamedQuery extends PageQuery {
	name?: string;
}

interface ContactsBody {
	emails?: string[];
	mobiles?: string[];
}

/** Mainland numbers may come without their country code. */
const sameMobile = (stored: string | undefined, given: string): boolean =>
	stored === given || stored === `+86${given}`;

export const contactRoutes = [
	route<ChildrenQuery>()({
		name: 'GET /open-apis/contact/v3/departments/:department_id/children',
		limits: usualLimits,
		scopes: [
			'contact:contact.base:readonly',
			'contact:department.organize:readonly',
			'contact:contact:access_as_app',
			'contact:contact:readonly',
			'contact:contact:readonly_as_app',
		],
		query: object({}, { ...idTypeKeys.keys, fetch_child: oneOf('true', 'false'), ...paging(50) }),
		handle({ params, query, company }) {
			const types = idTypeKeys.of(query);
			const { department } = company.directories;
			const parent = department.entries.find(({ ids }) => ids[types.department] === params.department_id);
			if (!parent && params.department_id !== ROOT) throw new Refusal(400, 40001, 'param is invalid');
			const all = below(department, parent && stored(parent), query.fetch_child === 'true');
			const page = pageOf('children', all, query);
			return { ...page, items: page.items.map((entry) => presentDepartment(company, entry, types)) };
		},
	}),

	route<BatchQuery>()({
		name: 'GET /open-apis/contact/v3/departments/batch',
		limits: usualLimits,
		scopes: ['contact:contact.base:readonly'],
		query: object({ department_ids: upTo50 }, idTypeKeys.keys),
		handle({ query, company }) {
			const types = idTypeKeys.of(query);
			const wanted = list(query.department_ids);
			const items = company.directories.department.entries
				.filter(({ ids }) => wanted.includes(ids[types.department] ?? ''))
				.map((entry) => presentDepartment(company, entry, types));
			return { items };
		},
	}),

	route<BatchQuery>()({
		name: 'GET /open-apis/contact/v3/users/batch',
		limits: usualLimits,
		scopes: ['contact:contact.base:readonly'],
		query: object({ user_ids: upTo50 }, idTypeKeys.keys),
		handle({ query, company }) {
			const types = idTypeKeys.of(query);
			const wanted = list(query.user_ids);
			// Who is not known is left out.
			const items = company.directories.user.entries
				.filter(({ ids }) => wanted.includes(ids[types.user] ?? ''))
				.map((entry) => presentUser(company, entry, types));
			return { items };
		},
	}),

	route<IdTypeQuery, ContactsBody>()({
		name: 'POST /open-apis/contact/v3/users/batch_get_id',
		limits: usualLimits,
		scopes: ['contact:user.id:readonly'],
		query: object({}, userType.keys),
		body: json(
			object(
				{},
				{
					emails: { type: 'array', items: text, maxItems: 50 },
					mobiles: { type: 'array', items: text, maxItems: 50 },
					include_resigned: { type: 'boolean' },
				},
			),
		),
		handle({ query, body, company }) {
			const type = userType.of(query).user;
			const { entries } = company.directories.user;
			const idOf = (found: Entry | undefined) => (found ? { user_id: found.ids[type] } : {});
			// Each that was asked for is named, with an id only where somebody was found.
			return {
				user_list: [
					...(body.emails ?? []).map((email) => ({
						...idOf(entries.find((entry) => entry.email === email)),
						email,
					})),
					...(body.mobiles ?? []).map((mobile) => ({
						...idOf(entries.find((entry) => sameMobile(entry.mobile, mobile))),
						mobile,
					})),
				],
			};
		},
	}),

	route<PageQuery>()({
		name: 'GET /open-apis/contact/v3/employee_type_enums',
		// The page gives no number.
		limits: [],
		scopes: [
			'contact:contact.base:readonly',
			'contact:contact:access_as_app',
			'contact:contact:readonly_as_app',
		],
		query: object({}, paging(100)),
		handle({ query, company }) {
			const page = pageOf('employee_type_enums', company.directories.employeeType.entries, query);
			const items = page.items.map((entry) => ({
				enum_id: entry.ids.employee_type_enum_id,
				enum_value: entry.ids.employee_type_enum_id,
				content: entry.zhName,
				enum_type: 1,
				enum_status: entry.active === false ? 2 : 1,
				i18n_content: localized(entry),
			}));
			return { ...page, items };
		},
	}),

	route<NamedQuery>()({
		name: 'GET /open-apis/contact/v3/job_families',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: ['contact:job_family:readonly', 'contact:job_family', 'contact:contact:readonly_as_app'],
		query: object({}, { name: text, ...paging(50) }),
		handle: ({ query, company }) => named(company.directories.jobFamily, 'job_family_id', query),
	}),

	route<NamedQuery>()({
		name: 'GET /open-apis/contact/v3/job_levels',
		limits: [{ requests: 10, perSeconds: 1 }],
		scopes: ['contact:job_level:readonly', 'contact:job_level', 'contact:contact:readonly_as_app'],
		query: object({}, { name: text, ...paging(50) }),
		handle: ({ query, company }) => named(company.directories.jobLevel, 'job_level_id', query),
	}),
];

function named({ entries }: Directory, key: string, query: NamedQuery): object {
	const all = entries.filter(({ zhName }) => query.name === undefined || zhName === query.name);
	const page = pageOf(key, all, query);
	const items = page.items.map((entry) => ({
		[key]: entry.ids[key],
		name: entry.zhName,
		description: '',
		status: entry.active !== false,
		i18n_name: localized(entry),
	}));
	return { ...page, items };
}
