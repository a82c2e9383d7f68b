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

	it('is read once for 300 rows with six names', async () => {
		simulator.settings.limits = false;
		const added = simulator.addApplications(300);
		const words = ['笔试', 'Written Exam', 'written exam', '面试', 'Interview', 'interview'];
		const { json, error } = await runNode(simulator, {
			...move('={{ $json.stage }}'),
			items: added.map((application, row) => ({ application, stage: words[row % 6] ?? '' })),
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(300);
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
		expect(error?.message).toMatch(/'Application ID' is not an ID/);
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
		expect(simulator.countOf(REASONS)).toBe(1);
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
	expect(simulator.countOf(ONE)).toBe(0);
});
