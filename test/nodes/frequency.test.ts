/** Refusals for frequency: the node waits as long as Feishu says, and goes on. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode } from '../n8nCore/run';
import { hireRequests, terminate, transferStage } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

test.each([429, 400])('with HTTP %i and a wait of one second', async (status) => {
	const [application = ''] = simulator.addApplications(1);
	simulator.fail({ kind: 'status', status, reset: '1', times: 1 });
	const { json, error } = await runNode(simulator, terminate(application));
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			success: true,
			application_id: application,
			termination_type: 1,
			termination_type_name: 'We Rejected the Candidate',
		},
	]);
	const [first, second, ...more] = hireRequests(simulator);
	expect(more).toHaveLength(0);
	expect(first).toMatchObject({ status, code: 99991400 });
	expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
	expect(simulator.applied.map(({ id }) => id)).toEqual([application]);
});

test('without a word on how long, it waits a little', async () => {
	const [application = ''] = simulator.addApplications(1);
	simulator.fail({ kind: 'status', status: 429, times: 1 });
	const { error } = await runNode(simulator, terminate(application));
	expect(error).toBeUndefined();
	const [first, second] = hireRequests(simulator);
	expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(200);
});

test('in the middle of many items nothing is lost or doubled', async () => {
	const applications = simulator.addApplications(40);
	simulator.fail({ kind: 'status', status: 429, reset: '1', after: 10, times: 5 });
	const { json, error } = await runNode(simulator, {
		...transferStage('={{ $json.id }}', simulator.ids.stages.social.exam),
		items: applications.map((id) => ({ id })),
	});
	expect(error).toBeUndefined();
	expect(json.map(({ application_id }) => application_id)).toEqual(applications);
	expect(simulator.applied.map(({ id }) => id).sort()).toEqual([...applications].sort());
});

test('the published limit of a route is kept without being told: 50 a second', async () => {
	const applications = simulator.addApplications(70);
	const { error } = await runNode(simulator, {
		...transferStage('={{ $json.id }}', simulator.ids.stages.social.exam),
		items: applications.map((id) => ({ id })),
	});
	expect(error).toBeUndefined();
	expect(hireRequests(simulator).filter(({ status }) => status !== 200)).toEqual([]);
	expect(hireRequests(simulator)).toHaveLength(70);
});

test('a slow call for a token is no part of a round trip: the second window opens a second after the first', async () => {
	const applications = simulator.addApplications(120);
	simulator.fail({
		kind: 'slow',
		route: 'POST /open-apis/auth/v3/tenant_access_token/internal',
		overMs: 800,
		times: 1,
	});
	const { error } = await runNode(simulator, {
		...transferStage('={{ $json.id }}', simulator.ids.stages.social.exam),
		items: applications.map((id) => ({ id })),
	});
	expect(error).toBeUndefined();
	const times = hireRequests(simulator).map(({ at }) => at);
	expect(times).toHaveLength(120);
	for (const [index, time] of times.slice(50).entries())
		expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(1000);
});

test('it gives up when the wait is longer than the node may wait', async () => {
	const [application = ''] = simulator.addApplications(1);
	simulator.fail({ kind: 'status', status: 429, reset: '30' });
	const { error } = await runNode(simulator, terminate(application, 1, { options: { rateLimitWait: 5 } }));
	expect(error?.message).toMatch(/limit/);
	expect(error?.description).toContain('99991400');
	expect(hireRequests(simulator)).toHaveLength(1);
});
