/** While there is no token nothing counts as sent: not in the windows of the published limit, nor as a round trip. */
import { fastClock } from '../n8nCore/fastClock';
import { startSimulator, type Simulator } from '../simulator';
import { inputs, nodeUnder, TRANSFER, tryOut, type Limits } from './trial';

const ISSUE = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const LIMITS: Limits = [{ requests: 10, perSeconds: 1 }];

/** A call for a token of half a second is one of ten: longer than a request that hangs holds its place. */
const SPEED = 20;
const SLOW = { kind: 'slow', route: ISSUE, overMs: 500, times: 1 } as const;

let simulator: Simulator;
const clock = fastClock(SPEED);
const start = async (limits: Limits) => {
	simulator = await startSimulator({ now: () => clock.now(), limits: { [TRANSFER]: limits } });
};
beforeEach(async () => await start(LIMITS));
afterEach(async () => await simulator.close());

const transfer = async (count: number) =>
	await tryOut(simulator, {
		kind: 'idempotent',
		type: await nodeUnder(clock, LIMITS),
		items: inputs(simulator, count),
	});
const refused = () => simulator.requests.filter(({ code }) => code === 99991400).length;

test('a slow call for the first token', async () => {
	simulator.fail(SLOW);
	const { error, items } = await transfer(35);
	expect([error, items.length]).toEqual([undefined, 35]);
	expect(refused()).toBe(0);
});

test('is told as no doing of the limits', async () => {
	simulator.fail(SLOW);
	expect((await transfer(10)).hints).toEqual([]);
});

test('a slow call for another token in the middle of a run', async () => {
	const running = transfer(60);
	while (simulator.applied.length < 15) await new Promise((resolve) => setTimeout(resolve, 2));
	simulator.fail(SLOW);
	simulator.expireTokens();
	const { error, items } = await running;
	expect([error, items.length]).toEqual([undefined, 60]);
	expect(simulator.tokenCalls).toBe(2);
	expect(refused()).toBe(0);
});

test('a call for a token that fails takes no place', async () => {
	const minute: Limits = [{ requests: 40, perSeconds: 60 }];
	await simulator.close();
	await start(minute);
	const trial = {
		kind: 'idempotent',
		type: await nodeUnder(clock, minute),
		items: inputs(simulator, 30),
	} as const;
	simulator.fail({ kind: 'code', http: 400, code: 10014, msg: 'app secret invalid', route: ISSUE, times: 1 });
	const { error } = await tryOut(simulator, trial);
	expect(error?.message).toMatch(/App Secret is wrong/);
	const run = await tryOut(simulator, trial);
	expect(run.items).toHaveLength(30);
	// The 41st place would be free after a minute.
	expect(run.hints).toEqual([]);
});
