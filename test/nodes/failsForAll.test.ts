/** What fails for every item fails once: under Continue On Fail too, the rest is not sent to fail the same way. */
import type { Clock } from '../../nodes/engine/clock';
import { builtCredentialUnder, builtNodeUnder, fastClock } from '../n8nCore/fastClock';
import { runNode } from '../n8nCore/run';
import { credentialFor } from '../n8nCore/surroundings';
import { startSimulator, type Simulator } from '../simulator';
import { hireRequests, transferStage } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const COUNT = 200;
const CONTINUES = { onError: 'continueRegularOutput' } as const;

const transfers = () => ({
	...transferStage('={{ $json.id }}', simulator.ids.stages.social.exam),
	items: simulator.addApplications(COUNT).map((id) => ({ id })),
	settings: CONTINUES,
});

const messages = (json: Array<Record<string, unknown>>) =>
	new Set(
		json.map(({ error }) => (error as { message?: string } | undefined)?.message?.replace(/ \[item.*/, '')),
	);

test('a wrong secret', async () => {
	const credential = { ...credentialFor(simulator), appSecret: 'wrong' };
	const { json } = await runNode(simulator, { ...transfers(), credential });
	expect(json).toHaveLength(COUNT);
	expect([...messages(json)]).toEqual([expect.stringMatching(/^The App Secret is wrong/)]);
	expect(simulator.tokenCalls).toBe(1);
	expect(hireRequests(simulator)).toEqual([]);
});

test('a host that nobody answers at, after the repeats of those under way', async () => {
	const clock = fastClock(100);
	let waits = 0;
	const counting: Clock = {
		...clock,
		async sleep(milliseconds, signal) {
			if (milliseconds < 4000) waits++;
			await clock.sleep(milliseconds, signal);
		},
	};
	const nobody = await startSimulator();
	await nobody.close();
	const { json } = await runNode(simulator, {
		...transfers(),
		type: await builtNodeUnder(counting, 'feishuHireApplication'),
		credentialType: await builtCredentialUnder(counting),
		credential: credentialFor(nobody),
	});
	expect(json).toHaveLength(COUNT);
	expect([...messages(json)]).toEqual([expect.stringMatching(/^Feishu cannot be reached/)]);
	expect(waits).toBeLessThanOrEqual(3);
});

test.each([
	['the app is disabled', 99991662],
	['the company has used up its calls', 99991403],
	['the address of n8n is not allowed', 99991401],
])('%s', async (_, code) => {
	simulator.fail({ kind: 'code', http: 400, code, msg: 'refused' });
	const { json } = await runNode(simulator, transfers());
	expect(json).toHaveLength(COUNT);
	expect(messages(json).size).toBe(1);
	// Those that were under way when the first was refused.
	expect(hireRequests(simulator).length).toBeLessThanOrEqual(50);
});

test('what concerns one item only leaves the others alone', async () => {
	simulator.fail({ kind: 'code', http: 400, code: 1002212, msg: 'refused', after: 10, times: 1 });
	const { json } = await runNode(simulator, transfers());
	expect(json.filter(({ error }) => error)).toHaveLength(1);
	expect(simulator.applied).toHaveLength(COUNT - 1);
});
