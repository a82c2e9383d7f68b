/** People, departments and job data that records refer to, each known by one id for every type of id. */
import { invalidParameter } from '../refusal';

export interface Entry {
	/** The id under each type of id. */
	ids: Readonly<Record<string, string>>;
	zhName: string;
	enName: string;
	/** False for one that is no longer in use. */
	active?: boolean;
	/** Of a department: the one that it belongs to, by the id of the first type. */
	parentId?: string;
	/** Of a person. */
	email?: string;
	mobile?: string;
	departmentId?: string;
}

/**
 * What is stored is the id of the first type when the entry is known. Ids that nobody seeded are taken as they
 * come, as the simulator does not hold a whole company; but an id given under the wrong type is refused.
 */
export class Directory {
	constructor(
		readonly entries: readonly Entry[],
		private readonly shapes: Readonly<Record<string, RegExp>>,
	) {}

	find(stored: string | undefined): Entry | undefined {
		return this.entries.find(({ ids }) => Object.values(ids)[0] === stored);
	}

	read(value: string, type: string, field: string): string {
		const entry = this.entries.find(({ ids }) => ids[type] === value);
		if (entry) return Object.values(entry.ids)[0] ?? value;
		const ofAnotherType = this.entries.some(({ ids }) => Object.values(ids).includes(value));
		if (ofAnotherType || this.shapes[type]?.test(value) === false) {
			throw invalidParameter(`${field} is not of the type ${type}`);
		}
		return value;
	}

	write(stored: string | undefined, type: string): string | undefined {
		return this.find(stored)?.ids[type] ?? stored;
	}
}

export type DirectoryName = 'user' | 'department' | 'jobLevel' | 'jobFamily' | 'employeeType';

function number(base: string, at: number): string {
	return `${base}${String(at + 1).padStart(4, '0')}`;
}

function hex(prefix: string, at: number): string {
	return `${prefix}${(0x51a0c0de + at * 0x01010101).toString(16)}${String(at + 1).padStart(24, '0')}`;
}

const USERS: Array<[zh: string, en: string]> = [
	['林燕', 'Lin Yan'],
	['陈浩', 'Chen Hao'],
	['佐藤爱子', 'Sato Aiko'],
	['王梅', 'Wang Mei'],
];
const DEPARTMENTS: Array<[zh: string, en: string, parent?: number]> = [
	['研发部', 'Engineering'],
	['人力资源部', 'Human Resources'],
	['财务部', 'Finance'],
	// Below the first and the third one.
	['平台组', 'Platform', 0],
	['平台组', 'Platform', 2],
];
const LEVELS: Array<[zh: string, en: string, active?: boolean]> = [
	['初级', 'Junior'],
	['高级', 'Senior'],
	['专家（停用）', 'Expert (no longer used)', false],
];
const FAMILIES: Array<[zh: string, en: string, active?: boolean]> = [
	['技术', 'Technology'],
	['职能', 'Functions'],
	['销售（停用）', 'Sales (no longer used)', false],
];
const EMPLOYEE_TYPES: Array<[zh: string, en: string]> = [
	['正式', 'Regular'],
	['实习', 'Intern'],
	['外包', 'Outsourced'],
];

/** How many people and departments a large company has. */
const MANY = 300;

/** Ten departments at the top, five below each, five below each of those; some names stand in several places. */
function manyDepartments(): typeof DEPARTMENTS {
	const names = ['平台', '产品', '运营 🚀', '设计', '数据', '安全', 'مبيعات', 'Growth', '法务', '采购'];
	return Array.from({ length: MANY - DEPARTMENTS.length }, (_, i) => {
		const zh = names[i % names.length] ?? '';
		const parent = i < 10 ? undefined : DEPARTMENTS.length + Math.floor((i - 10) / 5);
		return [`${zh}${i < 10 ? '中心' : '组'}`, i % 3 === 0 ? '' : `Department ${i + 1}`, parent];
	});
}

const manyPeople = (): typeof USERS =>
	Array.from({ length: MANY - USERS.length }, (_, i) => [
		i % 7 === 0 ? '张伟' : `员工${i + 1}`,
		i % 4 === 0 ? '' : `Employee ${i + 1}`,
	]);

export function makeDirectories(large = false): Record<DirectoryName, Directory> {
	const departmentId = (i: number) => hex('od-', i);
	const people = large ? [...USERS, ...manyPeople()] : USERS;
	const departments = large ? [...DEPARTMENTS, ...manyDepartments()] : DEPARTMENTS;
	return {
		user: new Directory(
			people.map(([zhName, enName], i) => ({
				zhName,
				enName,
				email: `person-${i + 1}@example.com`,
				mobile: `+86138${String(i + 1).padStart(8, '0')}`,
				departmentId: departmentId(i % 3),
				ids: {
					open_id: hex('ou_', i),
					union_id: hex('on_', i),
					user_id: (0x3f9a1c00 + i).toString(16),
					people_admin_id: number('694000000000000', i),
				},
			})),
			{ open_id: /^ou_/, union_id: /^on_/, user_id: /^(?!o[un]_)/, people_admin_id: /^\d+$/ },
		),
		department: new Directory(
			departments.map(([zhName, enName, parent], i) => ({
				zhName,
				enName,
				...(parent === undefined ? {} : { parentId: departmentId(parent) }),
				ids: {
					open_department_id: hex('od-', i),
					department_id: `D${String(i + 1).padStart(3, '0')}`,
					people_admin_department_id: number('696000000000000', i),
				},
			})),
			{ open_department_id: /^od-/, department_id: /^(?!od-)/, people_admin_department_id: /^\d+$/ },
		),
		jobLevel: new Directory(
			LEVELS.map(([zhName, enName, active], i) => ({
				zhName,
				enName,
				active,
				ids: {
					people_admin_job_level_id: number('693000000000001', i),
					job_level_id: `${(0x5a1e0000 + i).toString(16)}-level`,
				},
			})),
			{},
		),
		jobFamily: new Directory(
			FAMILIES.map(([zhName, enName, active], i) => ({
				zhName,
				enName,
				active,
				ids: {
					people_admin_job_category_id: number('693000000000002', i),
					job_family_id: `${(0x6b1e0000 + i).toString(16)}-family`,
				},
			})),
			{},
		),
		employeeType: new Directory(
			EMPLOYEE_TYPES.map(([zhName, enName], i) => ({
				zhName,
				enName,
				ids: {
					people_admin_employee_type_id: number('693000000000003', i),
					employee_type_enum_id: String(i + 1),
				},
			})),
			{},
		),
	};
}
