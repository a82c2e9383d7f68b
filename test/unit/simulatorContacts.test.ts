import { at, outcome, REFUSED, useSimulator } from './simulatorClient';

const client = useSimulator();
const CONTACT = '/../../contact/v3';

const idsOf = (kind: 'department' | 'user', type: string) =>
	client.simulator.company.directories[kind].entries.map(({ ids }) => ids[type]);

it('gives departments below another, at any depth where asked, in the kind of id that is asked for', async () => {
	const children = (parent: string | undefined, query: string) =>
		client.pages(`${CONTACT}/departments/${parent}/children?page_size=50&${query}`);
	const [top] = await children('0', 'department_id_type=department_id');
	expect(top).toHaveLength(3);
	expect(top?.[0]).toMatchObject({
		name: '研发部',
		i18n_name: { zh_cn: '研发部', en_us: 'Engineering' },
		parent_department_id: '0',
		department_id: 'D001',
		open_department_id: expect.stringMatching(/^od-/),
		status: { is_deleted: false },
	});
	const [all] = await children('0', 'fetch_child=true');
	expect(all).toHaveLength(5);
	const [engineering] = idsOf('department', 'open_department_id');
	const [below] = await children(engineering, '');
	expect(below).toMatchObject([{ name: '平台组', parent_department_id: engineering }]);
});

it.each([
	['a page of more than 50', '/departments/0/children?page_size=51', REFUSED],
	['a kind of id that the contacts do not know', '/departments/0/children?department_id_type=x', REFUSED],
	['no department with that id', '/departments/od-x/children', [400, 40001]],
	['no ids', '/users/batch', REFUSED],
	['an unknown key', '/job_levels?keyword=x', REFUSED],
])('refuses %s', async (_, path, expected) => {
	expect(outcome(await client.send('GET', CONTACT + path))).toEqual(expected);
});

it('gives people and departments by their ids, and leaves out whom it does not know', async () => {
	const [first, second] = idsOf('user', 'union_id');
	const people = await client.send(
		'GET',
		`${CONTACT}/users/batch?user_id_type=union_id&user_ids=${first}&user_ids=${second}&user_ids=on_x`,
	);
	expect(at(people, 'items')).toMatchObject([{ union_id: first, name: '林燕' }, { union_id: second }]);
	const [department] = idsOf('department', 'open_department_id');
	const departments = await client.send('GET', `${CONTACT}/departments/batch?department_ids=${department}`);
	expect(at(departments, 'items')).toMatchObject([{ open_department_id: department }]);
});

it('finds people by e-mail address and mobile number, and names those whom it does not find', async () => {
	const found = await client.send('POST', `${CONTACT}/users/batch_get_id?user_id_type=user_id`, {
		emails: ['person-1@example.com', 'nobody@example.com'],
		mobiles: ['13800000002', '+8613800000003'],
	});
	const [first, second, third] = idsOf('user', 'user_id');
	expect(at(found, 'user_list')).toEqual([
		{ user_id: first, email: 'person-1@example.com' },
		{ email: 'nobody@example.com' },
		{ user_id: second, mobile: '13800000002' },
		{ user_id: third, mobile: '+8613800000003' },
	]);
	const many = { emails: Array.from({ length: 51 }, (_, i) => `person-${i}@example.com`) };
	expect(outcome(await client.send('POST', `${CONTACT}/users/batch_get_id`, many))).toEqual(REFUSED);
});

it('gives types, levels and families, those out of use too', async () => {
	const [types] = await client.pages(`${CONTACT}/employee_type_enums?page_size=100`);
	expect(types?.[0]).toMatchObject({ enum_id: '1', content: '正式', enum_status: 1 });
	const [levels] = await client.pages(`${CONTACT}/job_levels?page_size=50`);
	expect(levels?.at(-1)).toMatchObject({ name: '专家（停用）', status: false });
	const [families] = await client.pages(`${CONTACT}/job_families?page_size=50&name=技术`);
	expect(families).toMatchObject([{ name: '技术', status: true }]);
});

it('gives who has which role, by person, role and time', async () => {
	const [first, second] = idsOf('user', 'open_id');
	const [all] = await client.pages('/user_roles?page_size=100');
	expect(all).toHaveLength(4);
	const [own] = await client.pages(`/user_roles?user_id=${second}`);
	expect(own).toMatchObject([{ role_id: '101' }, { role_id: '103' }]);
	const [heads] = await client.pages('/user_roles?role_id=102');
	expect(heads).toMatchObject([{ user_id: first, role_name: { zh_cn: '招聘负责人' } }]);
	expect(outcome(await client.send('GET', '/user_roles?page_size=101'))).toEqual(REFUSED);
});

it('gives requirements by job, and addresses by use', async () => {
	const { backendEngineer, recruiter } = client.simulator.ids.jobs;
	const [requirements] = await client.pages(`/job_requirements?job_id=${backendEngineer}`);
	expect(requirements?.[0]).toMatchObject({ short_code: 'HR001', display_progress: 2 });
	expect(await client.pages(`/job_requirements?job_id=${recruiter}`)).toEqual([[]]);
	const [addresses] = await client.pages('/locations?usage=position_location');
	expect(addresses).toHaveLength(3);
	expect(await client.pages('/locations?usage=interview_location')).toEqual([[]]);
	expect(outcome(await client.send('GET', '/locations'))).toEqual(REFUSED);
});
