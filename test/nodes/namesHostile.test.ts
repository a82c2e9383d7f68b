/** Names in a run, from tables as people make them: nothing is guessed, and one bad row spoils no other. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ limits: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const byCandidate = (value: string) => ({ __rl: true, mode: 'candidate', value });
const byContact = (value: string) => ({ __rl: true, mode: 'contact', value });

const LIST = 'GET /open-apis/hire/v1/applications';
const FIND = 'POST /open-apis/hire/v1/talents/batch_get_id';

const move = (more: INodeParameters = {}): Pick<RunOptions, 'node' | 'parameters'> => ({
	node: 'feishuHireApplication',
	parameters: {
		resource: 'application',
		operation: 'transferStage',
		applicationId: byCandidate('={{ $json.who }}'),
		stageId: byName('={{ $json.stage }}'),
		...more,
	},
});

const KEEP_GOING = { onError: 'continueRegularOutput' } as const;

/** A candidate who has applied for these jobs, each under way in the stage of screening. */
function candidate(name: string, jobs = [simulator.ids.jobs.backendEngineer]) {
	const { company, ids } = simulator;
	const talent = company.addTalent(name);
	const applications = jobs.map((jobId) =>
		company.addApplication({ talentId: talent.id, jobId, stageId: ids.stages.social.screening }),
	);
	return { talent, id: applications[0]?.id ?? '', ids: applications.map(({ id }) => id) };
}

const mobileOf = (id: string) => `139${id.slice(-8)}`;
const stageOf = (id: string) => simulator.company.applications.get(id)?.stageId;
const words = ({ error }: NodeRun) => `${error?.message}\n${error?.description ?? ''}`;
/** The messages of items that came out as errors, of the others nothing. */
const failures = ({ json }: NodeRun) =>
	json.map(({ error }) => (error as { message?: string } | undefined)?.message);

describe('who is meant', () => {
	const CAPITALS = 'Lin.YAN@Example.COM';

	it.each([
		['an address in mixed case', () => CAPITALS, CAPITALS.toLowerCase()],
		['an address as Feishu has it', () => CAPITALS, CAPITALS],
		['an address in full-width letters', () => 'ｌｉｎ.yan＠example.com', 'lin.yan@example.com'],
		[
			'an address with what cannot be seen in it',
			() => '\ufefflin.yan@example.com\u200b',
			'lin.yan@example.com',
		],
		['a number in full-width digits', (id: string) => `１３９${id.slice(-8)}`],
		['a number with dashes of a word processor', (id: string) => `139–${id.slice(-8, -4)}—${id.slice(-4)}`],
		[
			'a number with marks of direction, as Windows copies it',
			(id: string) => `\u202a+86 ${mobileOf(id)}\u202c`,
		],
		['a number with 86 and no plus', (id: string) => `86 139 ${id.slice(-8)}`],
		['a name with spaces at its ends, one of them wide', () => '\u3000Ursula  Zhong '],
	])('%s', async (_, who, email = 'ursula@example.com') => {
		const { id, talent } = candidate('Ursula Zhong');
		talent.email = email;
		const run = await runNode(simulator, {
			...move(),
			items: [{ who: who(talent.id), stage: '社招流程 › 笔试' }],
		});
		expect(run.error).toBeUndefined();
		expect(stageOf(id)).toBe(simulator.ids.stages.social.exam);
	});

	it('a number that a spreadsheet gives as a number', async () => {
		const { id, talent } = candidate('Ursula Zhong');
		const items = [{ who: Number(mobileOf(talent.id)), stage: '社招流程 › 笔试' }];
		const { error } = await runNode(simulator, { ...move(), items });
		expect(error).toBeUndefined();
		expect(stageOf(id)).toBe(simulator.ids.stages.social.exam);
	});

	it.each(['محمد علي', 'Zoë 🦄 Müller', '<b>Bobby</b>', 'O’Connor, Seán', '欧阳\u3000明', '4711', 'A › B'])(
		'a name that is hard to read: %s',
		async (name) => {
			const { id } = candidate(name);
			const { error } = await runNode(simulator, {
				...move(),
				items: [{ who: name, stage: '社招流程 › 笔试' }],
			});
			expect(error).toBeUndefined();
			expect(stageOf(id)).toBe(simulator.ids.stages.social.exam);
		},
	);

	it('a job whose title has the sign in it that stands before the job', async () => {
		const { company, ids } = simulator;
		const title = company.addJob('C++ > Java', company.jobs.get(ids.jobs.recruiter)?.processId ?? '');
		const other = company.addJob('C++', title.processId);
		const { talent, ids: applied } = candidate('Ursula Zhong', [other.id, title.id]);
		const { error } = await runNode(simulator, {
			...move(),
			items: [{ who: `${talent.email} › C++ > Java`, stage: '社招流程 › 笔试' }],
		});
		expect(error).toBeUndefined();
		expect(applied.map(stageOf)).toEqual([ids.stages.social.screening, ids.stages.social.exam]);
	});

	it('is told apart: nobody, nobody under way, and nobody for that job', async () => {
		const { company, ids } = simulator;
		const ended = company.addTalent('Ended Long Ago');
		company.addApplication({
			talentId: ended.id,
			jobId: ids.jobs.recruiter,
			stageId: ids.stages.social.screening,
			termination: { type: 27, reasonIds: [] },
		});
		const { talent } = candidate('Ursula Zhong');
		const run = await runNode(simulator, {
			...move(),
			items: [
				{ who: 'nobody@example.com', stage: '笔试' },
				{ who: ended.email, stage: '笔试' },
				{ who: `${talent.email} › Astronaut`, stage: '笔试' },
			],
		});
		expect(run.error?.description).toMatch(/\[item 0\] 'Application' "nobody@example.com" is not found/);
		expect(run.error?.description).toMatch(/\[item 1\] .*has ended.*ID \d{19}/);
		expect(run.error?.description).toMatch(/\[item 2\] .*"Astronaut".*Backend Engineer/s);
		expect(simulator.applied).toEqual([]);
	});
});

describe('one bad row spoils no other', () => {
	it('a mobile number that Feishu Hire refuses', async () => {
		const people = [candidate('A'), candidate('B'), candidate('C')];
		const items = people.map(({ talent }) => ({ who: mobileOf(talent.id), stage: '社招流程 › 笔试' }));
		items[1] = { who: '0000000', stage: '社招流程 › 笔试' };
		const run = await runNode(simulator, { ...move(), items, settings: KEEP_GOING });
		expect(failures(run)).toEqual([undefined, expect.stringMatching(/mobile number/), undefined]);
		expect(simulator.applied).toHaveLength(2);
		expect(simulator.countOf(FIND)).toBe(4);
	});

	it('a candidate whose applications Feishu Hire cannot show', async () => {
		const people = [candidate('A'), candidate('B'), candidate('C')];
		const items = people.map(({ talent }) => ({ who: talent.email, stage: '社招流程 › 笔试' }));
		simulator.fail({ kind: 'code', route: LIST, http: 400, code: 1002002, msg: 'no', times: 1 });
		const run = await runNode(simulator, { ...move(), items, settings: KEEP_GOING });
		expect(failures(run).filter(Boolean)).toHaveLength(1);
		expect(simulator.applied).toHaveLength(2);
	});

	it.each([
		['Continue On Fail', KEEP_GOING],
		['without', {}],
	])('but a scope that is missing is told once, and asked for no 500 times: %s', async (_, settings) => {
		simulator.settings.limits = true;
		const items = simulator.addApplications(500).map((id) => {
			const talent = simulator.company.talents.get(simulator.company.applications.get(id)?.talentId ?? '');
			return { who: talent?.email ?? '', stage: '社招流程 › 笔试' };
		});
		for (const scope of ['hire:application', 'hire:application:readonly']) simulator.revokeScope(scope);
		const run = await runNode(simulator, { ...move(), items, settings });
		if (run.error) expect(words(run)).toMatch(/permission.*hire:application/s);
		else {
			expect(run.json).toHaveLength(500);
			for (const failure of failures(run)) expect(failure).toMatch(/permission/);
		}
		const asked = simulator.countOf(LIST);
		expect(asked).toBeLessThanOrEqual(100);
		await new Promise((resolve) => setTimeout(resolve, 1200));
		expect(simulator.countOf(LIST)).toBe(asked);
	});
});

describe('a thing of a list', () => {
	const offer = (departmentId: string): Pick<RunOptions, 'node' | 'parameters'> => ({
		node: 'feishuHireApplication',
		parameters: {
			resource: 'onboarding',
			operation: 'transferOnboard',
			applicationId: byId(simulator.ids.applications.pendingOnboarding),
			additionalFields: { department: byName(departmentId) },
			idTypes: { departmentIdType: 'open_department_id' },
			options: { dryRun: true },
		},
	});
	const [, , , platform, platformOfFinance] = Array.from({ length: 5 }, (_, i) => i);
	const department = (at = 0) => simulator.company.directories.department.entries[at];
	const idOf = (at?: number) => department(at)?.ids.open_department_id;

	it.each([
		['研发部 / 平台组', platform],
		['研发部/平台组', platform],
		[' 研发部 ›  平台组 ', platform],
		['Engineering > Platform', platform],
		['财务部｜平台组', platformOfFinance],
		['finance / 平台组', platformOfFinance],
	])('by the names above it: %s', async (text, at) => {
		const { json, error } = await runNode(simulator, offer(text));
		expect(error).toBeUndefined();
		expect(json[0]).toHaveProperty('body.department', idOf(at));
	});

	it('whose own name, and that of the one above, has a separator in it', async () => {
		Object.assign(department(0) ?? {}, { zhName: '研发/创新部' });
		Object.assign(department(platform) ?? {}, { zhName: '平台 | 数据 > 组' });
		for (const text of ['平台|数据>组', '研发/创新部 / 平台 | 数据 > 组', '研发/创新部 › 平台 | 数据 > 组']) {
			const { json, error } = await runNode(simulator, offer(text));
			expect(error).toBeUndefined();
			expect(json[0]).toHaveProperty('body.department', idOf(platform));
		}
		Object.assign(department(0) ?? {}, { zhName: '研发部' });
		Object.assign(department(platform) ?? {}, { zhName: '平台组' });
	});

	it('that two are called: both are named with what is above them, and none is taken', async () => {
		const run = await runNode(simulator, offer('平台组'));
		expect(run.error?.message).toMatch(/"平台组" can mean 2 things/);
		expect(run.error?.description).toContain(`研发部 › 平台组 / Platform: ID ${idOf(platform)}`);
		expect(run.error?.description).toContain(`财务部 › 平台组 / Platform: ID ${idOf(platformOfFinance)}`);
	});

	it('that is no longer in use', async () => {
		const entry = department(0);
		if (entry) entry.active = false;
		expect(words(await runNode(simulator, offer('研发部')))).toMatch(/no longer in use/);
		if (entry) entry.active = true;
	});

	it.each([
		['part of a name', '研发'],
		['a name and more', '研发部门'],
		['separators alone', ' / › '],
		['a name below the wrong one', '人力资源部 / 平台组'],
		['a pattern', '.*'],
	])('not: %s', async (_, text) => {
		const run = await runNode(simulator, offer(text));
		expect(run.error?.message).toMatch(/is not found/);
		expect(simulator.applied).toEqual([]);
	});

	it('whose name is all digits', async () => {
		Object.assign(department(0) ?? {}, { zhName: '2026' });
		const { json } = await runNode(simulator, offer('={{ 2026 }}'));
		expect(json[0]).toHaveProperty('body.department', idOf(0));
		Object.assign(department(0) ?? {}, { zhName: '研发部' });
	});

	it('a job as its list shows it, with its number', async () => {
		const { company, ids } = simulator;
		const process = company.jobs.get(ids.jobs.backendEngineer)?.processId ?? '';
		const twin = company.addJob('Backend Engineer', process);
		const code = `A${twin.id.slice(-6)}`;
		for (const text of [
			code,
			code.toLowerCase(),
			`Backend Engineer (${code})`,
			`backend engineer （${code}）`,
		]) {
			const { json, error } = await runNode(simulator, {
				node: 'feishuHireApplication',
				parameters: {
					resource: 'application',
					operation: 'create',
					talentId: byId(company.addTalent('Ursula Zhong').id),
					jobId: byName(text),
					options: { dryRun: true },
				},
			});
			expect(error).toBeUndefined();
			expect(json[0]).toHaveProperty('body.job_id', twin.id);
		}
	});
});

describe('names in a list', () => {
	const reason = (zhName: string, enName = '') =>
		simulator.company.addReason({ zhName, enName, type: 27, active: true, usedInEvaluation: false }).id;
	const terminate = async (list: unknown) =>
		await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'application',
				operation: 'terminate',
				applicationId: byId(simulator.ids.applications.screening),
				terminationType: 27,
				additionalFields: { terminationReasonList: '={{ $json.list }}' },
				options: { dryRun: true },
			},
			items: [{ list: list as string }],
		});
	const given = ({ json }: NodeRun) =>
		(json[0]?.body as { termination_reason_list?: string[] } | undefined)?.termination_reason_list;

	it('that have commas, apostrophes, quotation marks, brackets or the sign of a path in them', async () => {
		const made = [
			reason('薪资、福利不满意', "Didn't like pay, or benefits"),
			reason('其他（需备注）', 'Other [with a note]'),
			reason('个人发展 › 转行', 'Said "no"'),
		];
		for (const list of [
			'Didn\'t like pay, or benefits, Other [with a note], Said "no"',
			'薪资、福利不满意、其他（需备注）、个人发展 › 转行',
			'薪资、福利不满意\n其他(需备注)\n个人发展 > 转行',
			['薪资、福利不满意', '其他（需备注）', '个人发展 › 转行'],
			'["薪资、福利不满意", "其他（需备注）", "个人发展 › 转行"]',
			`薪资、福利不满意，${made[1]}；Said "no"`,
		]) {
			const run = await terminate(list);
			expect(run.error).toBeUndefined();
			expect([list, given(run)]).toEqual([list, made]);
		}
	});

	it('of which one is not found: it alone is named', async () => {
		reason('薪资、福利不满意');
		const run = await terminate('薪资、福利不满意, Wrong shoes, Bad weather');
		expect(run.error?.message).toMatch(/"Wrong shoes" is not found/);
	});

	it('none of two that have the name, with what they could be', async () => {
		const [one, other] = [reason('两个意思'), reason('两个意思')];
		const run = await terminate('两个意思');
		expect(run.error?.message).toMatch(/can mean 2 things/);
		for (const id of [one, other]) expect(run.error?.description).toContain(id);
	});

	it('IDs stay what they are, also where names stand beside them; what has lost its digits is refused', async () => {
		const [first = '', second = ''] = simulator.ids.reasons.other;
		const third = reason('两个字');
		expect(given(await terminate(`${first} ${second}, 两个字`))).toEqual([first, second, third]);
		expect(words(await terminate('6.9e+18, 两个字'))).toMatch(/lost its last digits/);
	});

	it.each(['', ' , ', '[]', null])('nothing where nothing is given: %j', async (list) => {
		const run = await terminate(list);
		expect(run.error).toBeUndefined();
		expect(given(run)).toBeUndefined();
	});
});

describe('people by e-mail or mobile', () => {
	const leader = async (rows: string[], settings = {}) =>
		await runNode(simulator, {
			node: 'feishuHireApplication',
			parameters: {
				resource: 'onboarding',
				operation: 'transferOnboard',
				applicationId: byId(simulator.ids.applications.pendingOnboarding),
				additionalFields: { leader: byContact('={{ $json.who }}') },
				idTypes: { userIdType: 'open_id' },
				options: { dryRun: true },
			},
			items: rows.map((who) => ({ who })),
			settings,
		});
	const person = () => simulator.company.directories.user.entries[0];

	it('are never taken for one whose number ends alike', async () => {
		const { mobile = '' } = person() ?? {};
		const run = await leader([mobile, mobile.slice(-8)], KEEP_GOING);
		expect(failures(run)).toEqual([undefined, expect.stringMatching(/is not found/)]);
	});

	it('in letters of any case, and as the company has them', async () => {
		const found = person();
		const { email } = found ?? {};
		for (const [stored, who] of [
			['wang.fang@example.com', 'Wang.FANG@Example.com'],
			['Wang.Fang@Example.com', 'Wang.Fang@Example.com'],
		] as const) {
			if (found) found.email = stored;
			const run = await leader([who]);
			expect([who, (run.json[0]?.body as { leader?: string } | undefined)?.leader]).toEqual([
				who,
				found?.ids.open_id,
			]);
		}
		if (found) found.email = email ?? '';
	});

	it('say why a name is not enough', async () => {
		const run = await leader(['王芳']);
		expect(words(run)).toMatch(/"王芳" is neither an e-mail address nor a mobile number/);
	});
});

it('2,000 rows: each different text is asked for once, and all that is wrong is told together', async () => {
	const added = simulator.addApplications(200);
	const emails = added.map((id) => {
		const talent = simulator.company.talents.get(simulator.company.applications.get(id)?.talentId ?? '');
		return talent?.email ?? '';
	});
	const stages = ['社招流程 › 笔试', 'social process / written exam', '社招流程/面试', '天堂'];
	const items = Array.from({ length: 2000 }, (_, row) => ({
		who: emails[row % 200] ?? '',
		stage: stages[row % 4] ?? '',
	}));
	const run = await runNode(simulator, { ...move(), items });
	expect(run.error?.message).toBe('500 of 2000 items name what cannot be found');
	expect(run.error?.description).toContain('… and 480 more.');
	expect(simulator.applied).toEqual([]);
	expect([simulator.countOf(FIND), simulator.countOf(LIST)]).toEqual([4, 200]);
}, 180_000);
