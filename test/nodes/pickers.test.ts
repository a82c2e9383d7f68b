/** The lists of the panel, asked for as n8n's editor asks. */
import { NodeApiError } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { credentialFor } from '../n8nCore/run';
import { loadChoices, loadFields, searchList } from '../n8nCore/panel';
import { builtNode } from '../n8nCore/pack';
import { hireRequests, terminate, transferStage, updateStatus } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const stages = async (filter?: string) =>
	(
		await searchList(
			simulator,
			{ ...transferStage('', ''), method: 'searchStages', parameter: 'stageId' },
			filter,
		)
	).results;
const reasons = async (type: number | string = '={{ $json.type }}') =>
	await loadChoices(simulator, {
		...terminate('', type),
		method: 'getTerminationReasons',
		parameter: 'additionalFields.terminationReasonList',
	});

describe('stages', () => {
	test('of all processes, in the order of each process', async () => {
		const found = await stages();
		// Two main processes with nine stages each, ten small ones with three.
		expect(found).toHaveLength(2 * 9 + 10 * 3);
		expect(found.slice(0, 9).map(({ name }) => name)).toEqual(
			[
				'简历初筛',
				'用人部门评估',
				'笔试',
				'面试',
				'背景调查',
				'人才储备',
				'Offer 沟通',
				'待入职',
				'已入职',
			].map((stage) => expect.stringMatching(new RegExp(`社招流程.*${stage}`)) as string),
		);
		expect(found[3]?.value).toBe(simulator.ids.stages.social.interview);
	});

	test('by Chinese words typed into the search box', async () => {
		const found = await stages('待入职');
		expect(found.map(({ value }) => value)).toEqual([
			simulator.ids.stages.social.pendingOnboarding,
			simulator.ids.stages.campus.pendingOnboarding,
		]);
	});

	test.each(['offer', 'OFFER', ' Offer '])('by %j, whatever the case', async (filter) => {
		expect((await stages(filter)).map(({ value }) => value)).toEqual([
			simulator.ids.stages.social.offer,
			simulator.ids.stages.campus.offer,
		]);
	});

	test('by the name of their process', async () => {
		expect(await stages('校招')).toHaveLength(9);
	});

	test('by an ID pasted', async () => {
		const { exam } = simulator.ids.stages.campus;
		expect((await stages(exam)).map(({ value }) => value)).toEqual([exam]);
	});

	test('none, where no name holds the words', async () => {
		expect(await stages('no such stage')).toEqual([]);
	});
});

describe('termination reasons', () => {
	test('of all pages, without those out of use', async () => {
		const found = await reasons();
		const { weDeclined, candidateDeclined, other, inactive } = simulator.ids.reasons;
		// 230 seeded, every 23rd out of use.
		expect(inactive).toHaveLength(10);
		expect(found.map(({ value }) => value).sort()).toEqual(
			[...weDeclined, ...candidateDeclined, ...other].sort(),
		);
		expect(found).toHaveLength(220);
		expect(hireRequests(simulator).length).toBeGreaterThan(1);
	});

	test('say the reason, and then who ended the application; the other language stands below', async () => {
		const [first = ''] = simulator.ids.reasons.weDeclined;
		const found = (await reasons()).find(({ value }) => value === first);
		expect(found).toEqual({
			name: '经验不足 1 · We Rejected the Candidate',
			value: first,
			description: 'Too little experience 1',
		});
	});

	test('are those of the chosen type', async () => {
		const { candidateDeclined } = simulator.ids.reasons;
		const found = await reasons(22);
		expect(found.map(({ value }) => value).sort()).toEqual([...candidateDeclined].sort());
		expect(found.filter(({ name }) => name.includes('·'))).toEqual([]);
	});

	test('are offered by the offer node too', async () => {
		const found = await loadChoices(simulator, {
			...updateStatus('', 8),
			method: 'getTerminationReasons',
			parameter: 'terminationReasonIdList',
		});
		expect(found).toHaveLength(220);
	});
});

test('every list that a panel names has its method, and every method is named', async () => {
	for (const name of ['feishuHireOffer', 'feishuHireExternalOffer', 'feishuHireApplication'] as const) {
		const { description, methods } = await builtNode(name);
		const panel = JSON.stringify(description.properties);
		const named = (key: string) => [
			...new Set([...panel.matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map(([, method]) => method)),
		];
		expect(Object.keys(methods?.loadOptions ?? {}).sort()).toEqual(named('loadOptionsMethod').sort());
		expect(Object.keys(methods?.listSearch ?? {}).sort()).toEqual(named('searchListMethod').sort());
		expect(Object.keys(methods?.resourceMapping ?? {}).sort()).toEqual(named('resourceMapperMethod').sort());
	}
});

describe('what goes wrong is shown by n8n as any other error of a node', () => {
	const errorOf = async (search: Promise<unknown>) =>
		await search.then(
			() => undefined,
			(error: unknown) => error,
		);

	test('a missing scope is named in the panel', async () => {
		simulator.revokeScope('hire:job_process:readonly');
		const error = await errorOf(stages());
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: expect.stringMatching(/hire:job_process:readonly/) as string,
			description: expect.stringMatching(/权限管理.*99991672.*log ID/s) as string,
			httpCode: '400',
		});
	});

	test('so it is where Feishu leaves the names out without an error', async () => {
		for (const scope of ['hire:talent:readonly', 'hire:talent']) simulator.revokeScope(scope);
		const { results } = await searchList(simulator, {
			...transferStage('', ''),
			method: 'searchApplications',
			parameter: 'applicationId',
		});
		expect(results.length).toBeGreaterThan(3);
		for (const { name } of results) expect(name).toMatch(/^\(no name without hire:talent:readonly\) · \S/);
	});

	test('so it is for the choices of a multi-select', async () => {
		simulator.revokeScope('hire:application:readonly');
		simulator.revokeScope('hire:application');
		const error = await errorOf(reasons());
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: expect.stringMatching(/hire:application/) as string,
			description: expect.stringMatching(/99991672/) as string,
		});
	});

	test('and for the fields of a mapper', async () => {
		simulator.revokeScope('hire:offer_schema:readonly');
		const error = await errorOf(
			loadFields(simulator, {
				...updateStatus('', 8),
				method: 'getOfferCustomFields',
				parameter: 'customizedInfoList',
			}),
		);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ message: expect.stringMatching(/hire:offer_schema:readonly/) as string });
	});

	test('a wrong secret is named in the panel', async () => {
		const search = searchList(simulator, {
			...transferStage('', ''),
			credential: { ...credentialFor(simulator), appSecret: 'x' },
			method: 'searchStages',
			parameter: 'stageId',
		});
		await expect(search).rejects.toThrow(/App Secret/);
	});
});
