/** Names in a run: what a row says in words becomes an ID before anything is written. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const byName = (value: string) => ({ __rl: true, mode: 'name', value });

const PROCESSES = 'GET /open-apis/hire/v1/job_processes';
const REASONS = 'GET /open-apis/hire/v1/termination_reasons';
const ONE = 'GET /open-apis/hire/v1/applications/:application_id';

const move = (stage: string, more: INodeParameters = {}): Pick<RunOptions, 'node' | 'parameters'> => ({
	node: 'feishuHireApplication',
	parameters: {
		resource: 'application',
		operation: 'transferStage',
		applicationId: byId('={{ $json.application }}'),
		stageId: byName(stage),
		...more,
	},
});

const stageOf = (id: string) => simulator.company.applications.get(id)?.stageId;

describe('a stage by its name', () => {
	it.each([
		['in Chinese', '笔试'],
		['in English', 'Written Exam'],
		['in another letter case, with spaces around it', '  written  eXAM '],
		['in full-width letters', 'Ｗｒｉｔｔｅｎ Ｅｘａｍ'],
		['with its process', '社招流程 › 笔试'],
		['with its process in English, by a slash', 'Social Process/Written Exam'],
	])('%s', async (_, words) => {
		const { screening } = simulator.ids.applications;
		const { error } = await runNode(simulator, { ...move(words), items: [{ application: screening }] });
		expect(error).toBeUndefined();
		expect(stageOf(screening)).toBe(simulator.ids.stages.social.exam);
		expect(simulator.countOf(PROCESSES)).toBe(1);
	});

	it('is read once for 60 rows with six names', async () => {
		simulator.settings.limits = false;
		const added = simulator.addApplications(60);
		const words = ['笔试', 'Written Exam', 'written exam', '面试', 'Interview', 'interview'];
		const { json, error } = await runNode(simulator, {
			...move('={{ $json.stage }}'),
			items: added.map((application, row) => ({ application, stage: words[row % 6] ?? '' })),
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(60);
		expect(simulator.countOf(PROCESSES)).toBe(1);
	});
});

describe('what cannot be understood', () => {
	const items = () => {
		const { screening, evaluation, interview } = simulator.ids.applications;
		return [
			{ application: screening, stage: '笔试' },
			{ application: evaluation, stage: 'Nirvana' },
			{ application: interview, stage: '天堂' },
		];
	};

	it('is told with the names that there are, the likest first', async () => {
		const { error } = await runNode(simulator, { ...move('interviewing'), items: items().slice(0, 1) });
		expect(error?.message).toMatch(/^'Stage' "interviewing" is not found/);
		expect(error?.description).toMatch(/^There are: 面试 \/ Interview; .*; 已入职 \/ Onboarded/);
	});

	it('is told for all rows together, and nothing is written', async () => {
		const { error } = await runNode(simulator, { ...move('={{ $json.stage }}'), items: items() });
		expect(error?.message).toBe('2 of 3 items name what cannot be found');
		expect(error?.description).toMatch(/\[item 1\] 'Stage' "Nirvana" is not found/);
		expect(error?.description).toMatch(/\[item 2\] 'Stage' "天堂" is not found/);
		expect(error?.description).toMatch(/Nothing was written\.$/);
		expect(simulator.applied).toEqual([]);
	});

	it('fails alone under Continue On Fail', async () => {
		const { json } = await runNode(simulator, {
			...move('={{ $json.stage }}'),
			items: items(),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json.map((item) => 'error' in item)).toEqual([false, true, true]);
		expect(simulator.applied).toHaveLength(1);
	});

	it('names at most twenty rows, and counts the rest', async () => {
		const { screening } = simulator.ids.applications;
		const { error } = await runNode(simulator, {
			...move('={{ $json.stage }}'),
			items: Array.from({ length: 25 }, (_, row) => ({ application: screening, stage: `Nowhere ${row}` })),
		});
		expect(error?.description?.match(/\[item \d+\]/g)).toHaveLength(20);
		expect(error?.description).toContain('… and 5 more.');
	});

	it('is not looked up where the row is wrong anyway', async () => {
		const { error } = await runNode(simulator, { ...move('笔试'), items: [{ application: 'abc' }] });
		expect(error?.message).toMatch(/'Application' is not an ID/);
		expect(simulator.requests).toEqual([]);
	});

	it('is an empty cell: then nothing is given', async () => {
		const { screening } = simulator.ids.applications;
		const { error } = await runNode(simulator, {
			...move('={{ $json.stage }}'),
			items: [{ application: screening, stage: '  ' }],
		});
		expect(error?.message).toMatch(/'Stage' is missing/);
		expect(simulator.requests).toEqual([]);
	});

	it('names the scope where the list may not be read', async () => {
		simulator.fail({ kind: 'code', route: PROCESSES, http: 400, code: 99991672, msg: 'Access denied' });
		const { screening } = simulator.ids.applications;
		const { error } = await runNode(simulator, { ...move('笔试'), items: [{ application: screening }] });
		expect(`${error?.message} ${error?.description}`).toMatch(/permission.*hire:job_process:readonly/s);
		expect(simulator.applied).toEqual([]);
	});
});

describe('a reason among the IDs of a list', () => {
	const terminate = (terminationReasonList: string | string[], terminationType = 27) => ({
		node: 'feishuHireApplication' as const,
		parameters: {
			resource: 'application',
			operation: 'terminate',
			applicationId: byId(simulator.ids.applications.screening),
			terminationType,
			additionalFields: { terminationReasonList },
		},
	});
	const ended = () => simulator.company.applications.get(simulator.ids.applications.screening)?.termination;

	it('is found by its name, and IDs stay what they are', async () => {
		const [first = '', second = ''] = simulator.ids.reasons.other;
		const name = simulator.company.reasons.get(first)?.zhName ?? '';
		const { error } = await runNode(simulator, terminate(`={{ "${name}, ${second}" }}`));
		expect(error).toBeUndefined();
		expect(ended()?.reasonIds).toEqual([first, second]);
		expect(simulator.countOf(REASONS)).toBe(Math.ceil(simulator.company.reasons.size / 200));
	});

	it('takes no request where there are IDs alone', async () => {
		const [first = ''] = simulator.ids.reasons.other;
		await runNode(simulator, terminate([first]));
		expect(simulator.countOf(REASONS)).toBe(0);
	});
});

it('Dry Run gives the names behind the IDs', async () => {
	const { screening } = simulator.ids.applications;
	const { json } = await runNode(simulator, {
		...move('written exam', { options: { dryRun: true } }),
		items: [{ application: screening }],
	});
	expect(json[0]).toMatchObject({
		dry_run: true,
		body: { stage_id: simulator.ids.stages.social.exam },
		names: { stage_id: '笔试' },
	});
});

describe('Dry Run gives the names behind what is given by ID', () => {
	const dry = (application: string) => ({
		...move('', { options: { dryRun: true }, stageId: byId(simulator.ids.stages.social.exam) }),
		items: [{ application }],
	});

	it('of the stage from its list, of the application with its job and present stage', async () => {
		const { screening } = simulator.ids.applications;
		const { json } = await runNode(simulator, dry(screening));
		const { company } = simulator;
		const application = company.applications.get(screening);
		const job = company.jobs.get(application?.jobId ?? '')?.title ?? '';
		expect(json[0]?.names).toEqual({
			application_id: `${talentOf(screening).name} · ${job} · 简历初筛`,
			stage_id: '笔试',
		});
	});

	it('leaves out what would take a request for each of many', async () => {
		const { screening } = simulator.ids.applications;
		const items = Array.from({ length: 51 }, () => ({ application: screening }));
		const { json } = await runNode(simulator, { ...dry(screening), items });
		expect(json).toHaveLength(51);
		expect(json[50]?.names).toEqual({ stage_id: '笔试' });
		expect(simulator.requests.filter(({ path }) => path.includes(screening))).toEqual([]);
	});

	it('and shows the IDs alone to an app without the scope', async () => {
		simulator.revokeScope('hire:job_process:readonly');
		const { json, error } = await runNode(simulator, dry(simulator.ids.applications.screening));
		expect(error).toBeUndefined();
		expect(json[0]).toHaveProperty('body.stage_id', simulator.ids.stages.social.exam);
		expect(json[0]).not.toHaveProperty('names.stage_id');
	});
});

const byCandidate = (value: string) => ({ __rl: true, mode: 'candidate', value });

const talentOf = (application: string) => {
	const { applications, talents } = simulator.company;
	const talent = talents.get(applications.get(application)?.talentId ?? '');
	if (!talent) throw new Error(`Nobody applied with ${application}`);
	return talent;
};

describe('an application by its candidate', () => {
	const FIND = 'POST /open-apis/hire/v1/talents/batch_get_id';
	const LIST = 'GET /open-apis/hire/v1/applications';
	const moveOf = (who: string) =>
		move('', { applicationId: byCandidate(who), stageId: byId(simulator.ids.stages.social.exam) });
	const candidate = () => talentOf(simulator.ids.applications.screening);

	it.each([
		['e-mail address', () => candidate().email],
		['e-mail address in capitals', () => candidate().email.toUpperCase()],
		['mobile number', () => `139${candidate().id.slice(-8)}`],
		['mobile number with its country code', () => `+86 139 ${candidate().id.slice(-8)}`],
		['full name', () => candidate().name],
	])('%s', async (_, who) => {
		const { screening } = simulator.ids.applications;
		const { json, error } = await runNode(simulator, moveOf(who()));
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ success: true, application_id: screening, stage_id: simulator.ids.stages.social.exam },
		]);
		expect(stageOf(screening)).toBe(simulator.ids.stages.social.exam);
	});

	it('is refused where the candidate has several under way, and narrowed by the job', async () => {
		const { applications, jobs, stages } = simulator.ids;
		const talent = candidate();
		const second = simulator.company.addApplication({
			talentId: talent.id,
			jobId: jobs.recruiter,
			stageId: stages.social.screening,
		});
		const { error } = await runNode(simulator, moveOf(talent.email));
		expect(error?.message).toMatch(/can mean 2 things/);
		for (const told of [applications.screening, second.id, 'Backend Engineer', '简历初筛'])
			expect(error?.description).toContain(told);
		expect(simulator.applied).toEqual([]);

		const title = simulator.company.jobs.get(jobs.recruiter)?.title ?? '';
		const { error: none } = await runNode(simulator, moveOf(`${talent.email} › ${title.toUpperCase()}`));
		expect(none).toBeUndefined();
		expect(stageOf(second.id)).toBe(stages.social.exam);
		expect(stageOf(applications.screening)).not.toBe(stages.social.exam);
	});

	it('is none where it has ended, but for Recover', async () => {
		const { terminated } = simulator.ids.applications;
		const who = talentOf(terminated).email;
		const { error } = await runNode(simulator, moveOf(who));
		expect(error?.message).toMatch(/has ended/);
		expect(error?.description).toContain(terminated);
		const { error: none } = await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: { resource: 'application', operation: 'recover', applicationId: byCandidate(who) },
		});
		expect(none).toBeUndefined();
		expect(simulator.company.applications.get(terminated)?.termination).toBeUndefined();
	});

	it('of 120 rows takes three requests for the candidates and one each for their applications', async () => {
		simulator.settings.limits = false;
		const added = simulator.addApplications(120);
		const { json, error } = await runNode(simulator, {
			...move('={{ $json.stage }}', { applicationId: byCandidate('={{ $json.email }}') }),
			items: added.map((id) => ({ email: talentOf(id).email, stage: '社招流程 › 笔试' })),
		});
		expect(error).toBeUndefined();
		expect(json.map(({ application_id: id }) => id)).toEqual(added);
		expect(simulator.countOf(FIND)).toBe(3);
		expect(simulator.countOf(LIST)).toBe(120);
		expect(simulator.countOf(PROCESSES)).toBe(1);
		expect(simulator.countOf(ONE)).toBe(0);
	});

	it('is an ID too, and not one that has lost its last digits', async () => {
		const { screening } = simulator.ids.applications;
		const { error } = await runNode(simulator, moveOf(screening));
		expect(error).toBeUndefined();
		expect(stageOf(screening)).toBe(simulator.ids.stages.social.exam);
		const { error: lost } = await runNode(simulator, moveOf(`={{ Number('${screening}') }}`));
		expect(lost?.message).toMatch(/has lost its last digits/);
	});

	it.each([
		['a name that nobody has', '张三丰'],
		['an e-mail address that nobody has', 'nobody@example.com'],
		['a number that nobody has', '+852 5123 4567'],
	])('is not found for %s', async (_, who) => {
		const { error } = await runNode(simulator, moveOf(who));
		expect(error?.message).toMatch(/is not found/);
		expect(simulator.applied).toEqual([]);
	});
});

it('a stage that several processes have is that of the process of the application', async () => {
	const { campusScreening } = simulator.ids.applications;
	const { error } = await runNode(
		simulator,
		move('笔试', { applicationId: byCandidate(talentOf(campusScreening).email) }),
	);
	expect(error).toBeUndefined();
	expect(stageOf(campusScreening)).toBe(simulator.ids.stages.campus.exam);
});

describe('an employee by the candidate they were', () => {
	const get = (who: string) => ({
		node: 'feishuHireApplication' as const,
		parameters: { resource: 'onboarding', operation: 'getEmployee', employeeId: byCandidate(who) },
	});

	it('whose application has been closed by the onboarding', async () => {
		const { employee } = simulator.ids.onboarding;
		const application = simulator.company.employees.get(employee)?.applicationId ?? '';
		const { json, error } = await runNode(simulator, get(talentOf(application).email));
		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ employee_id: employee })]);
	});

	it('refuses a candidate who was never onboarded', async () => {
		const { error } = await runNode(simulator, get(talentOf(simulator.ids.applications.screening).email));
		expect(error?.message).toMatch(/has not been onboarded/);
	});
});

describe('people by e-mail or mobile', () => {
	const byContact = (value: string) => ({ __rl: true, mode: 'contact', value });
	const CONTACTS = 'POST /open-apis/contact/v3/users/batch_get_id';

	it.each(['open_id', 'user_id'])('in the kind of ID that the panel says: %s', async (kind) => {
		const [person] = simulator.company.directories.user.entries;
		const ways = [person?.email ?? '', String(person?.mobile).replace('+86', '')];
		for (const way of ways) {
			simulator.reset();
			const { json, error } = await runNode(simulator, {
				node: 'feishuHireApplication',
				parameters: {
					resource: 'onboarding',
					operation: 'transferOnboard',
					applicationId: byId(simulator.ids.applications.pendingOnboarding),
					additionalFields: { leader: byContact(way) },
					idTypes: { userIdType: kind },
					options: { dryRun: true },
				},
			});
			expect(error).toBeUndefined();
			expect((json[0]?.body as { leader?: string }).leader).toBe(person?.ids[kind]);
			expect(simulator.countOf(CONTACTS)).toBe(1);
		}
	});
});
