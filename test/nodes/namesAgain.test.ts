/** Names in a run that is tried again, or stopped: what was understood stays, and nothing is written too early. */
import type { INodeParameters } from 'n8n-workflow';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ limits: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const PROCESSES = 'GET /open-apis/hire/v1/job_processes';
const TRANSFER = 'POST /open-apis/hire/v1/applications/:application_id/transfer_stage';
const AGAIN = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;

const move = (more: INodeParameters = {}): Pick<RunOptions, 'node' | 'parameters'> => ({
	node: 'feishuHireApplication',
	parameters: {
		resource: 'application',
		operation: 'transferStage',
		applicationId: byId('={{ $json.application }}'),
		stageId: { __rl: true, mode: 'name', value: '={{ $json.stage }}' },
		...more,
	},
});

const rows = (count: number) =>
	simulator.addApplications(count).map((application) => ({ application, stage: '笔试' }));
const stageOf = (id: string) => simulator.company.applications.get(id)?.stageId;

describe('Retry On Fail', () => {
	it('keeps what the first try understood, though the stage has another name by then', async () => {
		const items = rows(10);
		const { exam: id } = simulator.ids.stages.social;
		const exam = simulator.company.stage(id)?.stage;
		if (!exam) throw new Error('No such stage');
		simulator.fail({
			kind: 'code',
			http: 400,
			code: 1002002,
			msg: 'refused',
			route: TRANSFER,
			after: 5,
			times: 1,
		});
		const running = runNode(simulator, { ...move(), items, settings: { ...AGAIN, waitBetweenTries: 200 } });
		while (simulator.countOf(TRANSFER) < 10) await new Promise((resolve) => setTimeout(resolve, 5));
		const { zhName } = exam;
		Object.assign(exam, { zhName: '机试' });
		const { error, json } = await running;
		Object.assign(exam, { zhName });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(10);
		expect(items.map(({ application }) => stageOf(application))).toEqual(items.map(() => id));
		expect([simulator.countOf(PROCESSES), simulator.countOf(TRANSFER)]).toEqual([1, 11]);
	});

	it('reads the names again where they could not be read, and had written nothing', async () => {
		const items = rows(10);
		simulator.fail({ kind: 'code', http: 403, code: 1002003, msg: 'no', route: PROCESSES, times: 1 });
		const { error } = await runNode(simulator, { ...move(), items, settings: AGAIN });
		expect(error).toBeUndefined();
		expect([simulator.countOf(PROCESSES), simulator.countOf(TRANSFER)]).toEqual([2, 10]);
	});
});

it('Stop while the names are read writes nothing', async () => {
	const items = rows(10);
	simulator.fail({ kind: 'hang', route: PROCESSES, times: 1 });
	let cancel = () => {};
	const running = runNode(simulator, { ...move(), items, started: (stop) => (cancel = stop) });
	while (simulator.countOf(PROCESSES) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	cancel();
	const { run } = await running;
	expect(run.status).toBe('canceled');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(simulator.applied).toEqual([]);
});
