/** Two n8n workers with the same app share one limit without knowing of each other. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fastClock } from '../n8nCore/fastClock';
import { credentialFor } from '../n8nCore/run';
import { startSimulator, type Simulator } from '../simulator';
import { appliedFor, inputs, nodeUnder, TRANSFER, tryOut, type Input } from './trial';
import type { Order, Outcome } from './worker';

/** Both sides live so many times faster than the wall. */
const SPEED = 8;
const LIMITS = [{ requests: 20, perSeconds: 1 }];
const ITEMS = 100;

/** Gives each worker its order when all are ready. */
async function atOnce(orders: readonly Order[]): Promise<Outcome[]> {
	const children = orders.map(() => fork(join(__dirname, 'worker.ts'), { execArgv: ['--import', 'tsx'] }));
	try {
		await Promise.all(children.map(async (child) => await once(child, 'message')));
		return await Promise.all(
			children.map(async (child, index) => {
				const answered = once(child, 'message');
				child.send(orders[index] ?? '');
				const [outcome] = (await answered) as [Outcome];
				return outcome;
			}),
		);
	} finally {
		for (const child of children) child.kill();
	}
}

const idsOf = (items: readonly Input[]) => items.map(({ application }) => application);

describe.each([
	['the true reset header', 'real'],
	['no reset header', 'omit'],
	['an absurd reset header', '86400000'],
])('with %s', (_, reset) => {
	let simulator: Simulator;
	beforeEach(async () => {
		const { now } = fastClock(SPEED);
		simulator = await startSimulator({
			now,
			limits: { [TRANSFER]: LIMITS },
			frequencyStyle: { reset },
			latency: { before: [1, 5], after: [1, 5] },
		});
	});
	afterEach(async () => await simulator.close());

	test('both finish, nothing is lost or doubled, and refusals slow them', async () => {
		const shares = [inputs(simulator, ITEMS), inputs(simulator, ITEMS)];
		const order = {
			credential: credentialFor(simulator),
			stages: { ids: simulator.ids },
			limits: LIMITS,
			speed: SPEED,
		};
		const outcomes = await atOnce(shares.map((items) => ({ ...order, items })));
		for (const [index, items] of shares.entries()) {
			expect(outcomes[index]?.error).toBeUndefined();
			expect(outcomes[index]?.done).toEqual(idsOf(items));
			expect(items.map((item) => appliedFor(simulator, item))).toEqual(items.map(() => 1));
		}
		// They slow down instead of trying again and again.
		const refused = simulator.requests.filter(({ code }) => code === 99991400).length;
		expect(refused).toBeGreaterThan(0);
		expect(refused).toBeLessThan(3 * 2 * ITEMS);
		// 200 at 20 a second take ten seconds at least.
		const times = simulator.applied.map(({ at }) => at);
		expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(9000);
	}, 60_000);
});

test('a refusal that outlasts the patience ends with clear words and what was applied', async () => {
	const clock = fastClock(SPEED);
	const simulator = await startSimulator({
		now: () => clock.now(),
		limits: { [TRANSFER]: [{ requests: 5, perSeconds: 3600 }] },
		frequencyStyle: { reset: 'omit' },
	});
	const items = inputs(simulator, 12);
	const { error } = await tryOut(simulator, {
		kind: 'idempotent',
		type: await nodeUnder(clock),
		items,
		options: { rateLimitWait: 4 },
	});
	expect(error?.message).toMatch(
		/^Feishu refuses further requests for now: the limit of this route is used up/,
	);
	expect(error?.description).toMatch(/Run them at another time, or split the items/);
	expect(error?.description).toMatch(/Of the 12 items, 5 were applied/);
	expect(simulator.applied).toHaveLength(5);
	// 0.6, 1.25 and 2.5 s would be more than 4: the third refusal of an item is its last.
	const counts = items.map(
		({ application }) =>
			simulator.requestsTo(TRANSFER).filter(({ path }) => path.includes(application)).length,
	);
	expect(Math.max(...counts)).toBe(3);
	await simulator.close();
});
