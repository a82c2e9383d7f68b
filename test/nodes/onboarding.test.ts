/** The resource 'onboarding': what goes over the wire, what comes back. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests } from './calls';
import { outcomesOf, words } from './outcomes';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const APPLICATIONS = '/open-apis/hire/v1/applications';
const EMPLOYEES = '/open-apis/hire/v1/employees';
const UNKNOWN = '6900000000000000001';
const ID = expect.stringMatching(/^\d{19}$/) as string;
/** Of the first department, under department_id. */
const ID_OF_DEPARTMENT = 'D001';
/** 2025-09-01, midnight in Shanghai. */
const SEPTEMBER = 1_756_656_000_000;

const run = async (operation: string, parameters: INodeParameters) =>
	await runNode(simulator, {
		node: 'feishuHireApplication',
		parameters: { resource: 'onboarding', operation, simplify: false, ...parameters },
	});

const { itemsOf, refusalOf } = outcomesOf(run);

const sent = () =>
	hireRequests(simulator).map(({ method, path, query, body }) => ({ method, path, query, body }));

const idTypes = {
	userIdType: 'user_id',
	departmentIdType: 'department_id',
	jobLevelIdType: 'job_level_id',
	jobFamilyIdType: 'job_family_id',
	employeeTypeIdType: 'employee_type_enum_id',
};
const idTypeQuery = {
	user_id_type: 'user_id',
	department_id_type: 'department_id',
	job_level_id_type: 'job_level_id',
	job_family_id_type: 'job_family_id',
	employee_type_id_type: 'employee_type_enum_id',
};

const lock = (applicationId: string) => {
	const { company, ids } = simulator;
	const talent = company.talents.get(company.applications.get(applicationId)?.talentId ?? '');
	if (talent) talent.lockedByApplicationId = ids.applications.lockHolder;
};

describe('Onboard', () => {
	const route = `POST ${APPLICATIONS}/:application_id/transfer_onboard` as const;
	const waiting = () => simulator.ids.applications.pendingOnboarding;
	const onboard = (more: INodeParameters = {}) => ({ applicationId: byId(waiting()), ...more });

	test('sends every field, and gives the employee', async () => {
		const json = await itemsOf(
			'transferOnboard',
			onboard({
				additionalFields: {
					actualOnboardTime: '2025-09-01T00:00:00',
					expectedConversionTime: '2025-12-01T00:00:00',
					jobRequirementId: byId('6960663240925956402'),
					operatorId: '3f9a1c00',
					onboardCityCode: 'CT_2',
					department: 'D001',
					leader: '3f9a1c01',
					sequence: '7006234385490345986',
					level: '6937934036379650311',
					employeeType: '1',
				},
				idTypes,
			}),
		);
		const fields = {
			job_requirement_id: '6960663240925956402',
			onboard_city_code: 'CT_2',
			department: 'D001',
			leader: '3f9a1c01',
			sequence: '7006234385490345986',
			level: '6937934036379650311',
			employee_type: '1',
		};
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: `${APPLICATIONS}/${waiting()}/transfer_onboard`,
				query: idTypeQuery,
				body: {
					actual_onboard_time: SEPTEMBER,
					expected_conversion_time: 1_764_518_400_000,
					operator_id: '3f9a1c00',
					...fields,
				},
			},
		]);
		expect(json).toEqual([
			{
				id: ID,
				application_id: waiting(),
				onboard_status: 1,
				conversion_status: 1,
				onboard_time: SEPTEMBER,
				expected_conversion_time: 1_764_518_400_000,
				...fields,
			},
		]);
	});

	test('needs nothing but the application', async () => {
		const [employee] = await itemsOf('transferOnboard', onboard());
		expect(sent().map(({ query, body }) => [query, body])).toEqual([[{}, {}]]);
		expect(employee).toMatchObject({ application_id: waiting(), onboard_status: 1 });
		expect(simulator.company.employeeOf(waiting())?.id).toBe(employee?.id);
	});

	test('whose answer was lost is found done where the time is the one that was asked for', async () => {
		simulator.fail({ kind: 'dropAfter', route, times: 1 });
		const [employee] = await itemsOf(
			'transferOnboard',
			onboard({ additionalFields: { actualOnboardTime: SEPTEMBER } }),
		);
		expect(employee).toMatchObject({ application_id: waiting(), onboard_time: SEPTEMBER });
		expect(simulator.countOf(route)).toBe(2);
		expect(
			[...simulator.company.employees.values()].filter((each) => each.applicationId === waiting()),
		).toHaveLength(1);
	});

	test('says why it cannot', async () => {
		const { company, ids } = simulator;
		const refused = async (applicationId: string) =>
			await refusalOf('transferOnboard', { applicationId: byId(applicationId) });
		expect(await refused(UNKNOWN)).toEqual(words(/does not exist/, /投递/));
		expect(await refused(ids.applications.interview)).toEqual(
			words(/not in the stage Pending Onboarding/, /Transfer Stage/),
		);
		expect(await refused(ids.applications.onboarded)).toEqual(words(/onboarded already/, /Update Employee/));
		expect(
			await refusalOf(
				'transferOnboard',
				onboard({ additionalFields: { actualOnboardTime: '2090-01-01T00:00:00' } }),
			),
		).toEqual(words(/times is impossible/, /future/));
		lock(waiting());
		expect(await refused(waiting())).toEqual(words(/locked/, /release it by hand/));
		company.switches.ehrSync = false;
		expect(await refused(waiting())).toEqual(words(/does not let other systems/, /生态对接/));
	});
});

describe('Cancel Onboarding', () => {
	const route = `POST ${APPLICATIONS}/:application_id/cancel_onboard` as const;
	const waiting = () => simulator.ids.applications.pendingOnboarding;
	const cancel = (applicationId = waiting(), more: INodeParameters = {}) => ({
		applicationId: byId(applicationId),
		terminationType: 22,
		...more,
	});

	test('ends the application with the reasons', async () => {
		const reasons = simulator.ids.reasons.candidateDeclined.slice(0, 2);
		const json = await itemsOf(
			'cancelOnboard',
			cancel(waiting(), {
				additionalFields: { terminationReasonIdList: reasons, terminationReasonNotes: '候选人经历不匹配' },
			}),
		);
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: `${APPLICATIONS}/${waiting()}/cancel_onboard`,
				query: {},
				body: {
					termination_type: 22,
					termination_reason_id_list: reasons,
					termination_reason_notes: '候选人经历不匹配',
				},
			},
		]);
		expect(json).toEqual([
			{
				success: true,
				application_id: waiting(),
				termination_type: 22,
				termination_type_name: 'The Candidate Declined',
			},
		]);
		expect(simulator.company.applications.get(waiting())?.termination).toMatchObject({ reasonIds: reasons });
	});

	test('whose answer was lost is found done', async () => {
		simulator.fail({ kind: 'dropAfter', route, times: 1 });
		expect(await itemsOf('cancelOnboard', cancel())).toEqual([
			{
				success: true,
				application_id: waiting(),
				termination_type: 22,
				termination_type_name: 'The Candidate Declined',
			},
		]);
		expect(simulator.countOf(route)).toBe(2);
	});

	test('says why it cannot', async () => {
		const { applications, onboarding } = simulator.ids;
		const refused = async (applicationId: string) => await refusalOf('cancelOnboard', cancel(applicationId));
		expect(await refused(applications.interview)).toEqual(words(/refuses a value/, /待入职/));
		expect(await refused(applications.terminated)).toEqual(words(/already terminated/, /recover/));
		expect(await refused(onboarding.inPeople)).toEqual(words(/in Feishu People/, /飞书人事/));
	});
});

describe('Get Employee', () => {
	const simplified = () => {
		const { onboarding, applications } = simulator.ids;
		const employee = simulator.company.employees.get(onboarding.employee);
		return {
			id: onboarding.employee,
			application_id: applications.onboarded,
			onboard_status: 1,
			conversion_status: 1,
			onboard_time: employee?.onboardTime,
			expected_conversion_time: employee?.expectedConversionTime,
		};
	};
	const fill = () => {
		const employee = simulator.company.employees.get(simulator.ids.onboarding.employee);
		if (!employee) throw new Error('The company has lost its employee');
		employee.leaderId = simulator.ids.users[1];
		employee.departmentId = simulator.ids.departments[0];
		employee.cityCode = 'CT_2';
		employee.employmentId = '6893014062142064135';
	};

	test('by its ID', async () => {
		fill();
		const { employee } = simulator.ids.onboarding;
		const [json] = await itemsOf('getEmployee', { employeeId: byId(employee), idTypes });
		expect(sent()).toEqual([
			{ method: 'GET', path: `${EMPLOYEES}/${employee}`, query: idTypeQuery, body: undefined },
		]);
		expect(json).toMatchObject({ ...simplified(), leader: '3f9a1c01', department: ID_OF_DEPARTMENT });
	});

	test('by its application', async () => {
		fill();
		const { onboarded } = simulator.ids.applications;
		const [json] = await itemsOf('getEmployeeByApplication', {
			applicationId: byId(onboarded),
			simplify: false,
			idTypes: { userIdType: 'open_id' },
		});
		expect(sent()).toEqual([
			{
				method: 'GET',
				path: `${EMPLOYEES}/get_by_application`,
				query: { application_id: onboarded, user_id_type: 'open_id' },
				body: undefined,
			},
		]);
		expect(json).toMatchObject({
			...simplified(),
			leader: simulator.ids.users[1],
			onboard_city_code: 'CT_2',
			external_employment_id: '6893014062142064135',
		});
	});

	test('simplified has times in words of the clock, states in words, and no 0 for never', async () => {
		fill();
		const { onboarded } = simulator.ids.applications;
		const employee = simulator.company.employees.get(simulator.ids.onboarding.employee);
		if (employee) employee.expectedConversionTime = 0;
		const [json = {}] = await itemsOf('getEmployeeByApplication', {
			applicationId: byId(onboarded),
			simplify: true,
		});
		expect(json).toMatchObject({
			employee_id: simulator.ids.onboarding.employee,
			application_id: onboarded,
			onboard_status: 1,
			onboard_status_name: 'Onboarded',
			onboard_time: expect.stringMatching(/T.*\+08:00$/) as string,
			onboard_city_code: 'CT_2',
			leader_id: expect.any(String) as string,
		});
		expect(json).not.toHaveProperty('expected_conversion_time');
	});

	test('says that nobody is found', async () => {
		const { screening } = simulator.ids.applications;
		expect(await refusalOf('getEmployeeByApplication', { applicationId: byId(screening) })).toEqual(
			words(/Nobody was onboarded/, /已入职/),
		);
		expect(await refusalOf('getEmployee', { employeeId: byId(UNKNOWN) })).toEqual(
			words(/refuses a value/, /by Application/),
		);
	});
});

describe('Update Employee', () => {
	const route = `PATCH ${EMPLOYEES}/:employee_id` as const;
	const employee = () => simulator.ids.onboarding.employee;
	const change = (employeeOperation: number, more: INodeParameters = {}, employeeId = employee()) => ({
		employeeId: byId(employeeId),
		employeeOperation,
		...more,
	});
	const converted = { actualConversionTime: '2025-09-01T00:00:00' };
	const left = { actualOverboardTime: '2025-09-01T00:00:00' };

	test('who became a regular employee', async () => {
		const [json] = await itemsOf('updateEmployee', change(1, { ...converted, idTypes }));
		expect(sent()).toEqual([
			{
				method: 'PATCH',
				path: `${EMPLOYEES}/${employee()}`,
				query: idTypeQuery,
				body: { operation: 1, conversion_info: { actual_conversion_time: SEPTEMBER } },
			},
		]);
		expect(json).toMatchObject({
			id: employee(),
			conversion_status: 2,
			actual_conversion_time: SEPTEMBER,
		});
	});

	test('who left', async () => {
		const [json] = await itemsOf('updateEmployee', change(2, { ...left, overboardNote: '职业发展考虑' }));
		expect(sent().map(({ query, body }) => [query, body])).toEqual([
			[
				{},
				{
					operation: 2,
					overboard_info: { actual_overboard_time: SEPTEMBER, overboard_note: '职业发展考虑' },
				},
			],
		]);
		expect(json).toMatchObject({
			onboard_status: 2,
			overboard_time: SEPTEMBER,
			overboard_note: '职业发展考虑',
		});
	});

	test.each([
		[3, 'employee', {}],
		[4, 'left', { onboard_status: 1 }],
	] as const)('takes back %s', async (operation, whose, outcome) => {
		const id = simulator.ids.onboarding[whose];
		const [json] = await itemsOf('updateEmployee', change(operation, {}, id));
		expect(sent().map(({ body }) => body)).toEqual([{ operation }]);
		expect(json).toMatchObject({ id, ...outcome });
	});

	test('takes back a conversion', async () => {
		await itemsOf('updateEmployee', change(1, converted));
		const [json] = await itemsOf('updateEmployee', change(5));
		expect(json).toMatchObject({ conversion_status: 1 });
	});

	test('sends nothing of another change, which an earlier choice left in the panel', async () => {
		await itemsOf('updateEmployee', change(1, { ...converted, ...left, overboardNote: 'x' }));
		expect(sent().map(({ body }) => body)).toEqual([
			{ operation: 1, conversion_info: { actual_conversion_time: SEPTEMBER } },
		]);
	});

	test('asks for the time, before anything is sent', async () => {
		const conversion = await run('updateEmployee', change(1, { actualConversionTime: '={{ "" }}' }));
		expect(conversion.error?.message).toMatch(/Actual End of Probation/);
		const byExpression = { employeeOperation: '={{ 2 }}' };
		const departure = await run('updateEmployee', { ...change(2), ...byExpression });
		expect(departure.error?.message).toMatch(/Actual Departure Date/);
		expect(sent()).toEqual([]);
	});

	test('says why it cannot', async () => {
		const { onboarding } = simulator.ids;
		const refused = async (parameters: INodeParameters) => await refusalOf('updateEmployee', parameters);
		expect(await refused(change(5))).toEqual(words(/state of the employee/, /earlier run/));
		expect(await refused(change(4))).toEqual(words(/no departure/, /已离职/));
		expect(await refused(change(4, {}, UNKNOWN))).toEqual(words(/does not exist/, /by Application/));
		expect(await refused(change(1, { actualConversionTime: '2090-01-01T00:00:00' }))).toEqual(
			words(/time is impossible/, /future/),
		);
		const kept = simulator.company.applications.get(simulator.ids.applications.onboarded);
		if (kept) kept.inPeople = true;
		expect(await refused(change(1, converted))).toEqual(words(/Feishu People/, /飞书人事/));
		simulator.company.switches.ehrSync = false;
		expect(await refused(change(4, {}, onboarding.left))).toEqual(
			words(/does not let other systems/, /生态对接/),
		);
		expect(simulator.countOf(route)).toBe(6);
	});

	test('of one employee goes out in order', async () => {
		const { error } = await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'onboarding',
				operation: 'updateEmployee',
				employeeId: byId(employee()),
				employeeOperation: '={{ $json.operation }}',
				actualConversionTime: '={{ $json.time }}',
			},
			items: [1, 5, 1, 5, 1, 5].map((operation) => ({
				operation,
				time: operation === 1 ? '2025-09-01T00:00:00' : '',
			})),
		});
		expect(error).toBeUndefined();
		expect(simulator.countOf(route)).toBe(6);
	});
});
