/** The lists that come from the company's contacts and settings: by Feishu's names, in the kind of ID of the panel. */
import type { INodeParameters } from 'n8n-workflow';
import { credentialFor } from '../n8nCore/run';
import { searchList } from '../n8nCore/panel';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const offer = (method: string, parameter: string, idTypes: INodeParameters = {}) => ({
	node: 'feishuHireOffer' as const,
	parameters: { resource: 'offer', operation: 'create', idTypes },
	method,
	parameter,
});
const onboard = (method: string, parameter: string, idTypes: INodeParameters = {}) => ({
	node: 'feishuHireApplication' as const,
	parameters: { resource: 'onboarding', operation: 'transferOnboard', idTypes },
	method,
	parameter,
});
const found = async (picker: ReturnType<typeof offer> | ReturnType<typeof onboard>, typed?: string) =>
	(await searchList(simulator, picker, typed)).results;
const idsOf = (kind: 'department' | 'user' | 'employeeType' | 'jobLevel' | 'jobFamily', type: string) =>
	simulator.company.directories[kind].entries.map(({ ids }) => ids[type]);

describe('departments', () => {
	const departments = (type?: string) =>
		offer('searchDepartments', 'departmentId', type ? { departmentIdType: type } : {});

	test('with the names above them, each below its own', async () => {
		const [engineering, people, finance, platform, platformOfFinance] = idsOf(
			'department',
			'open_department_id',
		);
		expect(await found(departments())).toEqual([
			{ name: '研发部', value: engineering, description: 'Engineering' },
			{ name: '平台组 · 研发部', value: platform, description: 'Platform' },
			{ name: '人力资源部', value: people, description: 'Human Resources' },
			{ name: '财务部', value: finance, description: 'Finance' },
			{ name: '平台组 · 财务部', value: platformOfFinance, description: 'Platform' },
		]);
	});

	test('in the kind of ID that the panel says', async () => {
		const [first] = await found(departments('department_id'));
		expect(first?.value).toBe(idsOf('department', 'department_id')[0]);
	});

	test.each([
		['platform 财务', 1],
		['平台', 2],
		['ｐｌａｔｆｏｒｍ', 2],
		['研发部', 2],
		['no such department', 0],
	])('by words of either language, of the names above too: %s', async (typed, count) => {
		expect(await found(departments(), typed)).toHaveLength(count);
	});

	test('of a kind that no route lists are refused in words that tell which to choose', async () => {
		const refused = found(onboard('searchDepartments', 'additionalFields.department'));
		await expect(refused).rejects.toMatchObject({
			message: expect.stringMatching(/^Departments .* 'Department ID Type'/) as string,
			description: expect.stringMatching(/'Open Department ID' or 'Department ID'.*By ID/) as string,
		});
	});

	test('that were deleted are left out', async () => {
		const [entry] = simulator.company.directories.department.entries;
		if (entry) entry.active = false;
		expect((await found(departments())).map(({ name }) => name)).not.toContain('研发部');
		if (entry) entry.active = true;
	});
});

describe('people', () => {
	const people = (type?: string) => offer('searchPeople', 'ownerUserId', type ? { userIdType: type } : {});

	test('who have a role in Feishu Hire, each once, with e-mail and department', async () => {
		const [first, second, third] = idsOf('user', 'open_id');
		expect(await found(people())).toEqual([
			{ name: '林燕 · person-1@example.com · 研发部', value: first, description: 'Lin Yan' },
			{ name: '陈浩 · person-2@example.com · 人力资源部', value: second, description: 'Chen Hao' },
			{ name: '佐藤爱子 · person-3@example.com · 财务部', value: third, description: 'Sato Aiko' },
		]);
	});

	test.each(['union_id', 'user_id'])('in the kind of ID that the panel says: %s', async (type) => {
		const values = (await found(people(type))).map(({ value }) => value);
		expect(values).toEqual(idsOf('user', type).slice(0, 3));
	});

	test('by what is typed, of an expression for the kind by the usual one', async () => {
		const lines = await found(people('={{ $json.kind }}'), 'person-2@');
		expect(lines.map(({ value }) => value)).toEqual([idsOf('user', 'open_id')[1]]);
	});

	test('without the scope for contacts: the words name it, and that the ID can be typed', async () => {
		simulator.revokeScope('contact:contact.base:readonly');
		await expect(found(people())).rejects.toMatchObject({
			message: expect.stringMatching(/contact:contact\.base:readonly/) as string,
			description: expect.stringMatching(/权限管理.*the ID itself can be given: type it/s) as string,
		});
	});
});

test.each([
	[
		'searchEmployeeTypes',
		'employeeTypeId',
		'employeeTypeIdType',
		'employee_type_enum_id',
		['正式', '实习', '外包'],
	],
	['searchJobLevels', 'jobLevelId', 'jobLevelIdType', 'job_level_id', ['初级', '高级']],
	['searchJobFamilies', 'jobFamilyId', 'jobFamilyIdType', 'job_family_id', ['技术', '职能']],
] as const)(
	'%s: what is in use, and only in the kind of ID that has a list',
	async (method, parameter, kind, type, names) => {
		const field = `basicInfo.${parameter}`;
		const lines = await found(offer(method, field, { [kind]: type }));
		expect(lines.map(({ name }) => name)).toEqual(names);
		const directory = kind.replace('IdType', '') as 'employeeType' | 'jobLevel' | 'jobFamily';
		expect(idsOf(directory, type)).toEqual(expect.arrayContaining(lines.map(({ value }) => value)));
		await expect(found(offer(method, field))).rejects.toThrow(/cannot be listed by the kind of ID/);
	},
);

test('job requirements that still take somebody, with their numbers', async () => {
	const lines = await found(onboard('searchJobRequirements', 'additionalFields.jobRequirementId'));
	expect(lines.map(({ name }) => name)).toEqual(['后端工程师补编 (HR001)', '后端工程师补编 (HR002)']);
	expect(await found(onboard('searchJobRequirements', 'x'), 'hr002')).toHaveLength(1);
});

test('resume sources in use', async () => {
	const { results } = await searchList(simulator, {
		node: 'feishuHireApplication',
		parameters: { resource: 'application', operation: 'create' },
		method: 'searchResumeSources',
		parameter: 'additionalFields.resumeSourceId',
	});
	const { referral, inactive } = simulator.ids.resumeSources;
	expect(results[0]).toEqual({ name: '内推', value: referral, description: 'Referral' });
	expect(results.map(({ value }) => value)).not.toContain(inactive);
});

test('addresses in use, and the cities that they are in', async () => {
	expect((await found(offer('searchLocations', 'basicInfo.workAddressId'))).map(({ name }) => name)).toEqual([
		'北京望京办公区 · 北京市 · 中国',
		'上海漕河泾办公区 · 上海市 · 中国',
	]);
	expect(await found(onboard('searchCities', 'additionalFields.onboardCityCode'))).toEqual([
		{ name: '北京市 · 北京市 · 中国', value: 'CT_11', description: 'Beijing' },
		{ name: '上海市 · 上海市 · 中国', value: 'CT_12', description: 'Shanghai' },
	]);
});

test('versions of offer forms by the names of the forms', async () => {
	const { results } = await searchList(
		simulator,
		offer('searchOfferFormVersions', 'additionalFields.schemaId'),
	);
	expect(results.map(({ name }) => name)).toEqual(['社招 Offer 申请表', '校招 Offer 申请表']);
});

test('own fields of offer forms, each with its form', async () => {
	const { results } = await searchList(simulator, {
		node: 'feishuHireOffer',
		parameters: { resource: 'offerForm', operation: 'updateCustomField' },
		method: 'searchOfferFormFields',
		parameter: 'offerCustomFieldId',
	});
	expect(results.map(({ name }) => name)).toContain('学校 · 校招 Offer 申请表');
});

test('in Lark the English name comes first', async () => {
	const credential = { ...credentialFor(simulator), baseUrl: `${simulator.url}/larksuite/..` };
	const { results } = await searchList(simulator, {
		...offer('searchDepartments', 'departmentId'),
		credential,
	});
	expect(results[1]).toMatchObject({ name: 'Platform · Engineering', description: '平台组' });
});
