import type { IDataObject } from 'n8n-workflow';
import type { Entry, Listed, LookupReads, Names } from '../declare/lookup';
import type { Call, Endpoint, PagedEndpoint } from '../declare/operation';
import { byContact } from './byContact';
import { DEPARTMENTS, namesOfDepartment } from './departments';
import { inGroups } from './groups';
import { kindOf, type Kinds } from './kinds';

const USER_ROLES: PagedEndpoint = {
	route: 'GET /open-apis/hire/v1/user_roles',
	docs: 'https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/user_role/list',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['hire:auth:readonly', 'hire:auth'],
	effect: 'read',
	pages: { size: 100 },
};

const USERS: Endpoint = {
	route: 'GET /open-apis/contact/v3/users/batch',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/batch',
	limits: [
		{ requests: 1000, perSeconds: 60 },
		{ requests: 50, perSeconds: 1 },
	],
	scopes: ['contact:contact.base:readonly'],
	effect: 'read',
};

/** The most people, or departments, that one request reads. */
const AT_ONCE = 50;

const KINDS: Kinds<'open_id' | 'union_id' | 'user_id'> = {
	things: 'People',
	parameter: 'userIdType',
	title: 'User ID Type',
	names: { open_id: 'Open ID', union_id: 'Union ID', user_id: 'User ID' },
};

/** Each person who has a role, once: many have several. */
async function* holders({ all }: LookupReads, user_id_type: string): AsyncGenerator<string> {
	const seen = new Set<string>();
	for await (const { user_id: user } of all(USER_ROLES, { query: { user_id_type } })) {
		const id = String(user);
		if (!seen.has(id)) yield id;
		seen.add(id);
	}
}

const listOf = ({ items }: IDataObject): IDataObject[] => (items ?? []) as IDataObject[];

const firstDepartment = ({ department_ids: ids }: IDataObject): string =>
	String((ids as string[] | undefined)?.[0] ?? '');

/** The names of the departments that people are in. */
async function departmentsOf(people: IDataObject[], call: Call): Promise<Map<string, Names>> {
	const ids = [...new Set(people.map(firstDepartment))].filter((id) => id !== '');
	if (ids.length === 0) return new Map();
	try {
		const found = listOf(await call(DEPARTMENTS, { query: { department_ids: ids } }));
		return new Map(found.map((each) => [String(each.open_department_id), namesOfDepartment(each)]));
	} catch {
		// The people are told apart by their names and e-mails too.
		return new Map();
	}
}

function entryOf(id: string, person: IDataObject, department: Names = {}): Entry {
	const { name, en_name: english, email, status } = person;
	const { is_resigned: resigned } = (status ?? {}) as IDataObject;
	return {
		id,
		names: { zh: String(name ?? ''), en: String(english ?? '') },
		also: [{ zh: String(email ?? '') }, department],
		retired: resigned === true,
	};
}

/** The people who have a role in Feishu Hire. */
export const people: Listed = {
	name: 'searchPeople',
	told: byContact,
	asks: [KINDS.parameter],
	async *entries(reads) {
		const kind = kindOf(KINDS, reads.chosen);
		for await (const ids of inGroups(holders(reads, kind), AT_ONCE)) {
			const found = listOf(await reads.call(USERS, { query: { user_ids: ids, user_id_type: kind } }));
			const names = await departmentsOf(found, reads.call);
			const byId = new Map(found.map((person) => [String(person[kind]), person]));
			for (const id of ids) {
				const person = byId.get(id) ?? {};
				yield entryOf(id, person, names.get(firstDepartment(person)));
			}
		}
	},
};
