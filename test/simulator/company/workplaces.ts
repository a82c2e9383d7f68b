/** What offers refer to of Feishu People: which of it exists, and what goes with what. */

interface Named {
	id: string;
	active: boolean;
}

interface EmploymentJob extends Named {
	/** Ids of the first type, as they are stored. */
	familyIds: readonly string[];
	levelIds: readonly string[];
}

interface JobGrade extends Named {
	levelIds: readonly string[];
}

const LEVELS = { junior: '6930000000000010001', senior: '6930000000000010002' };
const FAMILIES = { technology: '6930000000000020001', functions: '6930000000000020002' };

/** Families and the levels that some job in use has together with them. */
export const LEVELS_OF_FAMILY: Readonly<Record<string, readonly string[]>> = {
	[FAMILIES.technology]: [LEVELS.junior, LEVELS.senior],
	[FAMILIES.functions]: [LEVELS.junior],
};

export const EMPLOYMENT_JOBS: readonly EmploymentJob[] = [
	{
		id: '6807407987381831001',
		active: true,
		familyIds: [FAMILIES.technology],
		levelIds: [LEVELS.junior, LEVELS.senior],
	},
	{ id: '6807407987381831002', active: true, familyIds: [FAMILIES.functions], levelIds: [LEVELS.junior] },
	{ id: '6807407987381831003', active: false, familyIds: [], levelIds: [] },
];

export const JOB_GRADES: readonly JobGrade[] = [
	{ id: '6897079709306259001', active: true, levelIds: [LEVELS.junior] },
	{ id: '6897079709306259002', active: false, levelIds: [] },
];

interface Address {
	id: string;
	zhName: string;
	enName: string;
	city: { code: string; zhName: string; enName: string };
	active: boolean;
}

const BEIJING = { code: 'CT_11', zhName: '北京市', enName: 'Beijing' };
const SHANGHAI = { code: 'CT_12', zhName: '上海市', enName: 'Shanghai' };

export const ADDRESSES: readonly Address[] = [
	{
		id: '6897079709306250001',
		zhName: '北京望京办公区',
		enName: 'Beijing Wangjing Office',
		city: BEIJING,
		active: true,
	},
	{
		id: '6897079709306250002',
		zhName: '上海漕河泾办公区',
		enName: 'Shanghai Caohejing Office',
		city: SHANGHAI,
		active: true,
	},
	{
		id: '6897079709306250003',
		zhName: '北京旧办公区',
		enName: 'Former Beijing Office',
		city: BEIJING,
		active: false,
	},
];
