import type { Listed } from '../declare/lookup';
import type { PagedEndpoint } from '../declare/operation';
import { kindOf, type Kinds } from './kinds';
import { localized } from './names';

const EMPLOYEE_TYPES: PagedEndpoint = {
	route: 'GET /open-apis/contact/v3/employee_type_enums',
	docs: 'https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/employee_type_enum/list',
	// The page publishes no number.
	limits: [],
	scopes: [
		'contact:contact.base:readonly',
		'contact:contact:access_as_app',
		'contact:contact:readonly_as_app',
	],
	effect: 'read',
	pages: { size: 100 },
};

const IN_USE = 1;

const KINDS: Kinds<'employee_type_enum_id'> = {
	things: 'Employee types (人员类型)',
	parameter: 'employeeTypeIdType',
	title: 'Employee Type ID Type',
	names: { employee_type_enum_id: 'Employee Type Enum ID' },
};

/** The employee types (人员类型): regular, intern, and what else the company has. */
export const employeeTypes: Listed = {
	name: 'searchEmployeeTypes',
	asks: [KINDS.parameter],
	async *entries({ all, chosen }) {
		kindOf(KINDS, chosen);
		for await (const { enum_id: id, content, i18n_content: list, enum_status: status } of all(
			EMPLOYEE_TYPES,
		)) {
			yield { id: String(id), names: localized(content, list), retired: status !== IN_USE };
		}
	},
};
