/**
 * Nothing lost, nothing doubled: random schedules of items, faults, latencies and settings.
 * A failure prints its seed and path; `FC_SEED=<seed>` runs other schedules, `npm run test:long` more of them.
 */
import fc from 'fast-check';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';
import { builtCredentialUnder, fastClock } from '../n8nCore/fastClock';
import type { NodeRun, ShownError } from '../n8nCore/run';
import { startSimulator, type Fault, type Simulator } from '../simulator';
import { appliedFor, inputs, nodeUnder, tryOut, type Input, type Kind } from './trial';

const SEED = Number(process.env.FC_SEED ?? 20_261_121);
const SCHEDULES = Number(process.env.SCHEDULES ?? 250);
// Of a machine that has better things to do.
jest.setTimeout(SCHEDULES * 1000);

interface Schedule {
	readonly kind: Kind;
	readonly count: number;
	readonly faults: readonly Fault[];
	readonly expireAfter: number | undefined;
	readonly latency: number;
	readonly continues: boolean;
	readonly retries: boolean;
	readonly patience: number;
}

const damage = fc.constantFrom<Fault>(
	{ kind: 'status', status: 429, reset: '1' },
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 400, reset: '2' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 500, acted: true },
	{ kind: 'status', status: 502 },
	{ kind: 'status', status: 504, acted: true },
	{ kind: 'dropBefore' },
	{ kind: 'dropAfter' },
	{ kind: 'dropMidBody' },
	{ kind: 'truncatedJson' },
	{ kind: 'html' },
	{ kind: 'emptyBody' },
	{ kind: 'gzipCut' },
	{ kind: 'slow', overMs: 4 },
	{ kind: 'code', code: 1002001 },
	{ kind: 'code', http: 400, code: 1002002, msg: 'invalid parameter' },
);

const fault = fc
	.record({ damage, after: fc.nat(14), times: fc.integer({ min: 1, max: 5 }), tokensToo: fc.boolean() })
	.map(
		({ damage: kind, tokensToo, ...rest }): Fault => ({
			...kind,
			...rest,
			...(tokensToo ? { route: '*' } : {}),
		}),
	);

const schedule: fc.Arbitrary<Schedule> = fc.record({
	kind: fc.constantFrom<Kind>('idempotent', 'create', 'create with key'),
	count: fc.integer({ min: 1, max: 12 }),
	faults: fc.array(fault, { maxLength: 4 }),
	expireAfter: fc.option(fc.nat(12), { nil: undefined }),
	latency: fc.nat(3),
	continues: fc.boolean(),
	retries: fc.boolean(),
	patience: fc.constantFrom(0, 2, 300),
});

/** Words that leave open whether the request was applied. */
const OPEN = /unknown whether|did not answer properly|internal error|may have been applied/;

/** How often an item may have been applied, by what its error says. */
const mostAfter = (message: string, description = '') => (OPEN.test(`${message} ${description}`) ? 1 : 0);

function checkItem(simulator: Simulator, input: Input, { json }: INodeExecutionData): void {
	const applied = appliedFor(simulator, input);
	const error = json.error as { message: string; description?: string } | undefined;
	if (error) expect(applied).toBeLessThanOrEqual(mostAfter(error.message, error.description));
	else expect(applied).toBe(1);
}

function checkFailure(simulator: Simulator, items: Input[], error: ShownError): void {
	const { message, description } = error;
	const index = /\[item (\d+)\]/.exec(message)?.[1];
	if (index !== undefined) {
		const item = items[Number(index)];
		expect(item && appliedFor(simulator, item)).toBeLessThanOrEqual(mostAfter(message, description));
	}
	const counted =
		/Of the (\d+) items, (\d+) were applied, (\d+) failed.*, and (\d+) were (never sent|not sent in this try)/.exec(
			description ?? '',
		);
	if (!counted) {
		if (items.length > 1)
			throw new Error(`The message does not count the items: ${message} ${description ?? ''}`);
		return;
	}
	const [count = 0, applied = 0, failed = 0, unsent = 0] = counted.slice(1, 5).map(Number);
	expect([count, applied + failed + unsent]).toEqual([items.length, items.length]);
	const truth = items.filter((item) => appliedFor(simulator, item) > 0).length;
	expect(truth).toBeGreaterThanOrEqual(applied);
	// What an earlier try left without an answer, the last one may not have come to again.
	if (counted[5] === 'never sent') expect(truth).toBeLessThanOrEqual(applied + failed);
}

function check(
	simulator: Simulator,
	items: Input[],
	{ items: output, error }: NodeRun,
	given: Schedule,
): void {
	for (const item of items) expect(appliedFor(simulator, item)).toBeLessThanOrEqual(1);
	expect(simulator.applied.filter(({ changed }) => changed).length).toBeLessThanOrEqual(items.length);
	if (error) {
		expect(given.continues).toBe(false);
		if (items.length > 1 && !given.retries) expect(error.description).not.toContain('in this try');
		checkFailure(simulator, items, error);
		return;
	}
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	for (const [index, item] of items.entries()) {
		const shown = output[index];
		if (!shown) throw new Error(`Item ${index} has no output`);
		if (given.kind === 'idempotent' && !shown.json.error) {
			expect(shown.json.application_id).toBe(item.application);
		}
		checkItem(simulator, item, shown);
	}
}

let simulator: Simulator;
let type: INodeType;
let credentialType: ICredentialType;
beforeAll(async () => {
	const clock = fastClock(2000);
	simulator = await startSimulator({ limits: false });
	type = await nodeUnder(clock);
	credentialType = await builtCredentialUnder(clock);
});
afterAll(async () => await simulator.close());

test(`${SCHEDULES} schedules`, async () => {
	await fc.assert(
		fc.asyncProperty(schedule, async (given) => {
			simulator.reset();
			const { kind, count, continues, retries, latency, patience } = given;
			const items = inputs(simulator, count);
			simulator.settings.latency = { before: [0, latency], after: [0, latency] };
			if (given.expireAfter !== undefined) simulator.expireTokensAfter(given.expireAfter);
			for (const one of given.faults) simulator.fail(one);
			const run = await tryOut(simulator, {
				kind,
				type,
				credentialType,
				items,
				options: { rateLimitWait: patience },
				settings: {
					...(continues ? { onError: 'continueRegularOutput' as const } : {}),
					...(retries ? { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } : {}),
				},
			});
			check(simulator, items, run, given);
		}),
		{ numRuns: SCHEDULES, seed: SEED },
	);
});
