/** Stop means stop: after the first fatal error, after a cancellation, and what a retry does then. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode, type NodeRun, type RunOptions } from '../n8nCore/run';
import { hireRequests, terminate, transferStage, updateStatus } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

/** What a machine that stalls may need; what is waited for would take 20 s and more. */
const PROMPT_MS = 5000;

const rows = (ids: string[]) => ids.map((id) => ({ id }));
const pause = async (milliseconds: number) =>
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});

/** Cancels as soon as `due`, and gives the milliseconds until the run has ended. */
async function canceledWhen(
	due: () => boolean,
	options: RunOptions,
): Promise<{ run: NodeRun; took: number }> {
	let cancel = () => {};
	const running = runNode(simulator, { ...options, started: (stop) => (cancel = stop) });
	while (!due()) await pause(10);
	const start = Date.now();
	cancel();
	const run = await running;
	return { run, took: Date.now() - start };
}

test('a cancellation leaves no long timer behind', async () => {
	const set = jest.spyOn(globalThis, 'setTimeout');
	const cleared = jest.spyOn(globalThis, 'clearTimeout');
	simulator.fail({ kind: 'status', status: 429, reset: '30' });
	await canceledWhen(() => hireRequests(simulator).length === 1, {
		...terminate('={{ $json.id }}'),
		items: rows(simulator.addApplications(1)),
	});
	const gone = new Set<unknown>(cleared.mock.calls.map(([timer]) => timer));
	const delays = set.mock.calls
		.filter((_, call) => !gone.has(set.mock.results[call]?.value))
		.map(([, milliseconds = 0]) => milliseconds);
	jest.restoreAllMocks();
	expect(Math.max(...delays)).toBeLessThanOrEqual(5000);
});

describe('the first fatal error', () => {
	/** Six steps of one record go one after another; the third is refused. */
	const steps = (application: string) => {
		const { evaluation, exam, onboarded, interview } = simulator.ids.stages.social;
		return [evaluation, exam, onboarded, interview, exam, evaluation].map((stage) => ({
			application,
			stage,
		}));
	};
	const step = () => transferStage('={{ $json.application }}', '={{ $json.stage }}');

	test('starts nothing new, and the message counts what was applied', async () => {
		const [application = ''] = simulator.addApplications(1);
		const { error, items } = await runNode(simulator, { ...step(), items: steps(application) });
		expect(items).toEqual([]);
		expect(error?.message).toContain('[item 2]');
		expect(error?.description).toMatch(/\b6 items\b/);
		expect(error?.description).toMatch(/\b2 were applied\b/);
		expect(simulator.countOf('POST /open-apis/hire/v1/applications/:application_id/transfer_stage')).toBe(3);
		expect(simulator.applied).toHaveLength(2);
	});

	test('waits for what is in flight, and counts it', async () => {
		const applications = simulator.addApplications(9);
		simulator.settings.latency = { before: 300 };
		// Refused at once, while the others are still at work.
		simulator.fail({
			kind: 'code',
			http: 400,
			code: 1002221,
			route: ({ path }) => path.includes('/6900000000000000001/'),
		});
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(['6900000000000000001', ...applications]),
		});
		expect(error?.message).toContain('[item 0]');
		expect(simulator.applied).toHaveLength(9);
		expect(error?.description).toMatch(/\b9 were applied\b/);
	});

	test('also stops items that wait for the published limit', async () => {
		// 20 a second: the other ten wait for the next second when the refusal comes.
		const items = rows([simulator.ids.applications.terminated, ...simulator.addApplications(29)]);
		const { error } = await runNode(simulator, { ...terminate('={{ $json.id }}'), items });
		expect(error?.message).toContain('[item 0]');
		expect(hireRequests(simulator)).toHaveLength(20);
	});

	test('tells how many items were never sent', async () => {
		const [application = ''] = simulator.addApplications(1);
		const { error } = await runNode(simulator, { ...step(), items: steps(application) });
		expect(error?.description).toMatch(/\b3 were never sent\b/);
	});

	test('of a wrong secret sends nothing and asks for one token only', async () => {
		const { error } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows(simulator.addApplications(10)),
			credential: { region: 'custom', baseUrl: simulator.url, appId: simulator.appId, appSecret: 'wrong' },
		});
		expect(error).toBeDefined();
		expect(simulator.tokenCalls).toBe(1);
		expect(hireRequests(simulator)).toHaveLength(0);
	});
});

describe('a cancellation', () => {
	test('ends the wait for a published limit of a minute', async () => {
		// 100 a minute; three items wait for the next minute.
		const offers = simulator.addOffers(103);
		const { run, took } = await canceledWhen(() => simulator.applied.length === 100, {
			...updateStatus('={{ $json.id }}', 2),
			items: rows(offers),
		});
		expect(took).toBeLessThan(PROMPT_MS);
		expect(run.run.status).toBe('canceled');
		expect(simulator.applied).toHaveLength(100);
	});

	test('ends the wait that Feishu asked for', async () => {
		simulator.fail({ kind: 'status', status: 429, reset: '60' });
		const { run, took } = await canceledWhen(() => hireRequests(simulator).length === 5, {
			...terminate('={{ $json.id }}'),
			items: rows(simulator.addApplications(5)),
		});
		expect(took).toBeLessThan(PROMPT_MS);
		expect(run.run.status).toBe('canceled');
		await pause(100);
		expect(hireRequests(simulator)).toHaveLength(5);
	});

	test('ends the wait for an answer that never comes', async () => {
		simulator.fail({ kind: 'hang' });
		const { run, took } = await canceledWhen(() => hireRequests(simulator).length > 0, {
			...terminate('={{ $json.id }}'),
			items: rows(simulator.addApplications(3)),
		});
		expect(took).toBeLessThan(PROMPT_MS);
		expect(run.run.status).toBe('canceled');
	});

	test('ends the wait for a token that never comes', async () => {
		simulator.fail({ kind: 'hang', route: '*' });
		const { run, took } = await canceledWhen(() => simulator.requestCount > 0, {
			...terminate('={{ $json.id }}'),
			items: rows(simulator.addApplications(3)),
		});
		expect(took).toBeLessThan(PROMPT_MS);
		expect(run.run.status).toBe('canceled');
		expect(simulator.requestCount).toBe(1);
	});

	test('is not followed by a new try under Retry On Fail', async () => {
		simulator.fail({ kind: 'hang' });
		const { run } = await canceledWhen(() => hireRequests(simulator).length > 0, {
			...terminate('={{ $json.id }}'),
			items: rows(simulator.addApplications(3)),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(run.run.status).toBe('canceled');
		const before = hireRequests(simulator).length;
		await pause(100);
		expect(hireRequests(simulator)).toHaveLength(before);
	});
});

describe('Retry On Fail', () => {
	const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

	test('sends only what had not succeeded', async () => {
		const applications = simulator.addApplications(8);
		const [, , , fourth = ''] = applications;
		simulator.fail({
			kind: 'code',
			http: 400,
			code: 1002212,
			times: 1,
			route: ({ path }) => path.includes(fourth),
		});
		const { json, error, items } = await runNode(simulator, {
			...transferStage('={{ $json.id }}', simulator.ids.stages.social.exam),
			items: rows(applications),
			settings: again,
		});
		expect(error).toBeUndefined();
		expect(json.map(({ application_id }) => application_id)).toEqual(applications);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(applications.map((_, item) => ({ item })));
		expect(simulator.applied.map(({ id }) => id).sort()).toEqual([...applications].sort());
	});

	test('ends after the last try with the words of the refusal', async () => {
		const { error } = await runNode(simulator, {
			...terminate(simulator.ids.applications.terminated),
			settings: again,
		});
		expect(error?.message).toMatch(/already terminated/);
		expect(hireRequests(simulator)).toHaveLength(3);
	});
});
