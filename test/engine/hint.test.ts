/** The hint after a run that the limits slowed, as n8n keeps it with the run. */
import { fastClock } from '../n8nCore/fastClock';
import type { NodeRun } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { Slowdown } from '../../nodes/engine/slowdown';
import { inputs, nodeUnder, tryOut, type Limits } from './trial';

const MINUTE: Limits = [
	{ requests: 10, perSeconds: 60 },
	{ requests: 50, perSeconds: 1 },
];

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
});
afterEach(async () => await simulator.close());

const hintsOf = ({ run }: NodeRun) => run.data.resultData.runData['Feishu Hire']?.[0]?.hints ?? [];

/** At 25 seconds in one, a machine that stalls for half of one adds no more than the test allows. */
async function run(count: number, limits: Limits): Promise<NodeRun> {
	const type = await nodeUnder(fastClock(25), limits);
	return await tryOut(simulator, { kind: 'idempotent', type, items: inputs(simulator, count) });
}

test('names the items, the time and the limit that ruled', async () => {
	const [hint, ...more] = hintsOf(await run(25, MINUTE));
	expect(more).toEqual([]);
	expect(hint).toMatchObject({ location: 'outputPane', type: 'info' });
	const told = /run of 25 items back for (\d+) seconds: this route takes 10 requests in 60 seconds/.exec(
		hint?.message ?? '',
	);
	expect(Number(told?.[1])).toBeGreaterThanOrEqual(118);
	expect(Number(told?.[1])).toBeLessThanOrEqual(140);
});

test('says so where Feishu refused requests that the published limit allows', async () => {
	simulator.fail({ kind: 'status', status: 429, reset: '20', after: 3, times: 4 });
	const [hint] = hintsOf(await run(12, []));
	expect(hint?.message).toMatch(
		/run of 12 items back for 2\d seconds: Feishu refused requests for frequency/,
	);
});

test('is not there where nothing waited', async () => {
	expect(hintsOf(await run(8, MINUTE))).toEqual([]);
});

describe('the time', () => {
	const limit = { requests: 1, perSeconds: 1 };
	const other = { requests: 9, perSeconds: 60 };

	test('is counted once for requests that wait at the same time', () => {
		const slowdown = new Slowdown();
		for (const end of [3000, 4000, 5000]) slowdown.waited(0, end, limit);
		expect(slowdown.words(3)).toContain('for 5 seconds');
	});

	test('leaves out what passed between two waits', () => {
		const slowdown = new Slowdown();
		slowdown.waited(0, 2000, limit);
		slowdown.waited(100_000, 102_000, limit);
		expect(slowdown.words(2)).toContain('for 4 seconds');
	});

	test('decides which limit ruled', () => {
		const slowdown = new Slowdown();
		for (let start = 0; start < 5000; start += 1000) slowdown.waited(start, start + 1000, limit);
		slowdown.waited(5000, 60_000, other);
		expect(slowdown.words(9)).toContain('9 requests in 60 seconds');
	});

	test('under two seconds is not worth a word', () => {
		const slowdown = new Slowdown();
		slowdown.waited(0, 1999, limit);
		expect(slowdown.words(9)).toBeUndefined();
	});
});
