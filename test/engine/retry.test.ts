/** Retry On Fail in n8n's own engine: what had succeeded is not sent again, whatever its expressions give now. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { INodeType } from 'n8n-workflow';
import { fastClock } from '../n8nCore/fastClock';
import { runNode } from '../n8nCore/run';
import { transferStage } from '../nodes/calls';
import { startSimulator, type Fault, type Simulator } from '../simulator';
import { appliedFor, CREATE, inputs, nodeUnder, TRANSFER, tryOut, type Input } from './trial';

const AGAIN = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const CONTINUES = { ...AGAIN, onError: 'continueRegularOutput' } as const;
const REFUSED: Fault = { kind: 'code', http: 400, code: 1002002, msg: 'invalid parameter', route: CREATE };

let simulator: Simulator;
let type: INodeType;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false, latency: { before: [0, 10], after: [0, 10] } });
	type = await nodeUnder(fastClock(100));
});
afterEach(async () => {
	await simulator.close();
});

const sentFor = ({ owner }: Input) =>
	simulator.requestsTo(CREATE).filter(({ body }) => (body as { owner?: string }).owner === owner).length;
const appliedTo = (items: Input[]) => items.map((item) => appliedFor(simulator, item));
const onlyFor = ({ owner }: Input, fault: Omit<Fault, 'route'>): Fault => ({
	...fault,
	route: ({ body }) => (body as { owner?: string } | undefined)?.owner === owner,
});

test.each(['create', 'create with key'] as const)('100 creates, the 60th fails once: %s', async (kind) => {
	const items = inputs(simulator, 100);
	const before = simulator.company.externalOffers.size;
	simulator.fail({ ...REFUSED, after: 59, times: 1 });
	const { items: output, error } = await tryOut(simulator, { kind, type, items, settings: AGAIN });
	expect(error).toBeUndefined();
	expect(simulator.company.externalOffers.size - before).toBe(100);
	expect(output).toHaveLength(100);
	expect(output.map(({ json }) => json.owner)).toEqual(items.map(({ owner }) => owner));
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(simulator.countOf(CREATE)).toBe(101);
});

test('a create whose result is unknown and that has no key is never sent again', async () => {
	const items = inputs(simulator, 20);
	simulator.fail({ kind: 'dropAfter', route: CREATE, after: 9, times: 1 });
	const { error } = await tryOut(simulator, { kind: 'create', type, items, settings: AGAIN });
	expect(error?.message).toMatch(/unknown whether the record was created/);
	expect(Math.max(...items.map(sentFor))).toBe(1);
	expect(Math.max(...appliedTo(items))).toBe(1);
});

test('the same with a key ends well, and with one record each', async () => {
	const items = inputs(simulator, 20);
	simulator.fail({ kind: 'dropAfter', route: CREATE, after: 9, times: 5 });
	const { error } = await tryOut(simulator, { kind: 'create with key', type, items, settings: AGAIN });
	expect(error).toBeUndefined();
	expect(appliedTo(items)).toEqual(items.map(() => 1));
});

test('a try that is refused does not say that the one before, whose answer was lost, had done nothing', async () => {
	const items = inputs(simulator, 1);
	simulator.fail({ kind: 'dropAfter', route: CREATE, times: 4 });
	simulator.fail(REFUSED);
	const { error } = await tryOut(simulator, { kind: 'create with key', type, items, settings: AGAIN });
	expect(error?.message).toMatch(/unknown whether the record was created/);
	expect(appliedTo(items)).toEqual([1]);
});

describe('with Continue On Fail n8n tries again when the first item failed', () => {
	test('and only that one is sent again', async () => {
		const items = inputs(simulator, 20);
		const [first] = items as [Input];
		simulator.fail(onlyFor(first, { ...REFUSED, times: 1 }));
		const { items: output } = await tryOut(simulator, { kind: 'create', type, items, settings: CONTINUES });
		expect(output.map(({ json }) => json.owner)).toEqual(items.map(({ owner }) => owner));
		expect(appliedTo(items)).toEqual(items.map(() => 1));
		expect(items.map(sentFor)).toEqual(items.map((item) => (item === first ? 2 : 1)));
	});

	test('and it is not sent again where it may have been applied', async () => {
		const items = inputs(simulator, 5);
		const [first] = items as [Input];
		simulator.fail(onlyFor(first, { kind: 'dropAfter', times: 1 }));
		const { items: output } = await tryOut(simulator, { kind: 'create', type, items, settings: CONTINUES });
		expect(output[0]?.json.error).toMatchObject({ message: expect.stringMatching(/unknown/) as string });
		expect(items.map(sentFor)).toEqual(items.map(() => 1));
	});

	test('and where it fails each time the last try ends with its error', async () => {
		const items = inputs(simulator, 5);
		const [first] = items as [Input];
		simulator.fail(onlyFor(first, REFUSED));
		const { items: output } = await tryOut(simulator, { kind: 'create', type, items, settings: CONTINUES });
		expect(output[0]?.json.error).toBeDefined();
		expect(items.map(sentFor)).toEqual([3, 1, 1, 1, 1]);
	});
});

describe('after a cancellation nothing is sent', () => {
	const until = async (due: () => boolean) => {
		while (!due()) await new Promise((resolve) => setTimeout(resolve, 5));
	};

	test('in the first try', async () => {
		const items = inputs(simulator, 120);
		let cancel = () => {};
		const running = tryOut(simulator, {
			kind: 'create',
			type,
			items,
			settings: AGAIN,
			started: (stop) => (cancel = stop),
		});
		await until(() => simulator.applied.length > 10);
		cancel();
		const { run } = await running;
		expect(run.status).toBe('canceled');
		// What was on its way still arrives.
		let sent: number;
		do {
			sent = simulator.countOf(CREATE);
			await new Promise((resolve) => setTimeout(resolve, 100));
		} while (simulator.countOf(CREATE) > sent);
		expect(sent).toBeLessThan(items.length);
		expect(Math.max(...items.map(sentFor))).toBe(1);
	});

	test('between two tries', async () => {
		const items = inputs(simulator, 3);
		simulator.fail(REFUSED);
		let cancel = () => {};
		const running = tryOut(simulator, {
			kind: 'create',
			type,
			items,
			settings: { ...AGAIN, waitBetweenTries: 300 },
			started: (stop) => (cancel = stop),
		});
		await until(() => simulator.countOf(CREATE) === 3);
		await new Promise((resolve) => setTimeout(resolve, 100));
		cancel();
		const { run } = await running;
		expect(run.status).toBe('canceled');
		expect(simulator.countOf(CREATE)).toBe(3);
	});
});

test('two executions at once share no memory: without a key equal items make a record in each', async () => {
	const items = inputs(simulator, 30);
	simulator.fail({ ...REFUSED, after: 20, times: 2 });
	const trial = { kind: 'create', type, items, settings: AGAIN } as const;
	const runs = await Promise.all([tryOut(simulator, trial), tryOut(simulator, trial)]);
	expect(runs.map(({ error, items: output }) => [error, output.length])).toEqual([
		[undefined, 30],
		[undefined, 30],
	]);
	expect(appliedTo(items)).toEqual(items.map(() => 2));
});

test('however many executions wait for their next try, nothing is made twice', async () => {
	const rows = Array.from({ length: 101 }, () => inputs(simulator, 2));
	simulator.fail({
		...REFUSED,
		times: 101,
		route: ({ body }) => (body as { owner?: string })?.owner === 'Owner of item 1',
	});
	const runs = await Promise.all(
		rows.map(async (items) => await tryOut(simulator, { kind: 'create', type, items, settings: AGAIN })),
	);
	expect(runs.filter(({ error, items }) => error !== undefined || items.length !== 2)).toEqual([]);
	expect(simulator.applied.filter(({ changed }) => changed)).toHaveLength(202);
}, 120_000);

test.each([
	['the time changes from try to try', { bizCreateTime: '={{ $now }}' }, undefined],
	['the time changes from try to try, without a key', { bizCreateTime: '={{ $now }}' }, false],
	['a field is drawn by lot, without a key', { offerStatus: '={{ Math.random() }}' }, false],
])('nothing is made twice where %s', async (_, fields, makeKey) => {
	const items = inputs(simulator, 10);
	simulator.fail(onlyFor(items[9] as Input, { ...REFUSED, times: 1 }));
	const run = await tryOut(simulator, {
		kind: makeKey === false ? 'create' : 'create with key',
		type,
		items,
		fields,
		settings: AGAIN,
	});
	expect([run.error, run.items.length]).toEqual([undefined, 10]);
	expect(appliedTo(items)).toEqual(items.map(() => 1));
});

test('the made key and the request stay the same from try to try', async () => {
	const items = inputs(simulator, 1);
	simulator.fail({ kind: 'dropAfter', route: CREATE, times: 4 });
	const run = await tryOut(simulator, {
		kind: 'create with key',
		type,
		items,
		fields: { bizCreateTime: '={{ $now }}' },
		settings: AGAIN,
	});
	expect(run.error).toBeUndefined();
	const bodies = simulator.requestsTo(CREATE).map(({ body }) => JSON.stringify(body));
	expect([bodies.length, new Set(bodies).size]).toEqual([5, 1]);
	expect(appliedTo(items)).toEqual([1]);
});

test('a change that is sent again takes the later ones of its record along', async () => {
	const [application = '', other = ''] = simulator.addApplications(2);
	const { exam, interview } = simulator.ids.stages.social;
	const rows = [
		{ application, stage: exam },
		{ application, stage: interview },
		{ application: other, stage: interview },
	];
	simulator.fail({ kind: 'code', http: 400, code: 1002212, msg: 'failed', route: TRANSFER, times: 1 });
	const { json } = await runNode(simulator, {
		...transferStage('={{ $json.application }}', '={{ $json.stage }}'),
		items: rows,
		settings: CONTINUES,
	});
	expect(json.map(({ success }) => success)).toEqual([true, true, true]);
	expect(simulator.company.applications.get(application)?.stageId).toBe(interview);
	const sent = simulator.requestsTo(TRANSFER).map(({ body }) => (body as { stage_id: string }).stage_id);
	expect(sent.sort()).toEqual([exam, exam, interview, interview, interview].sort());
});

test('a change that could not be sent in the first try takes the later ones of its record along', async () => {
	const [application = ''] = simulator.addApplications(1);
	const { exam, interview } = simulator.ids.stages.social;
	let tries = 0;
	const { json } = await runNode(simulator, {
		...transferStage('={{ $json.application }}', '={{ $json.stage() }}'),
		items: [
			{ json: { application, stage: () => (tries++ === 0 ? '' : exam) } as never },
			{ json: { application, stage: () => interview } as never },
		],
		settings: CONTINUES,
	});
	expect(json.map(({ success }) => success)).toEqual([true, true]);
	expect(simulator.company.applications.get(application)?.stageId).toBe(interview);
});

test('a loop that brings the same items again has them sent again', async () => {
	const items = inputs(simulator, 2).map((json) => ({ json }));
	const trial = { kind: 'create', type, items, settings: AGAIN, executionId: 'the-execution' } as const;
	await tryOut(simulator, trial);
	await tryOut(simulator, trial);
	expect(appliedTo(items.map(({ json }) => json))).toEqual([2, 2]);
});

test('what n8n drops takes the memory of it along', async () => {
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	simulator.fail(REFUSED);
	const dropped = await (async () => {
		const items = inputs(simulator, 1).map((json) => ({ json }));
		await tryOut(simulator, { kind: 'create', type, items, settings: AGAIN });
		return items.map(({ json }) => new WeakRef<object>(json));
	})();
	// Timers that have not run out yet hold what they were set for.
	for (let round = 0; round < 300 && dropped.some((ref) => ref.deref()); round++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		collectGarbage();
	}
	expect(dropped.map((ref) => ref.deref())).toEqual([undefined]);
});
