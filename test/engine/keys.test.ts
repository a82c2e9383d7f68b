/** The keys of creates: the same rows make the same records in every run, and each row of a run makes its own. */
import type { INodeType } from 'n8n-workflow';
import { fastClock } from '../n8nCore/fastClock';
import { startSimulator, type Simulator } from '../simulator';
import { CREATE, inputs, nodeUnder, tryOut, type Input } from './trial';

let simulator: Simulator;
let type: INodeType;
beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
	type = await nodeUnder(fastClock(100));
});
afterEach(async () => await simulator.close());

const create = async (items: Input[], more: object = {}) =>
	await tryOut(simulator, { kind: 'create with key', type, items, ...more });
const keys = () =>
	simulator.requestsTo(CREATE).map(({ body }) => (body as { external_id?: string }).external_id ?? '');
const made = () => simulator.applied.filter(({ changed }) => changed).length;

test('the same rows, run again, in another order and with more of them, make no second record', async () => {
	const rows = inputs(simulator, 20);
	const first = await create(rows.slice(0, 15));
	const again = await create([...rows].reverse());
	expect(made()).toBe(20);
	const ids = (run: typeof first) => new Map(run.json.map(({ owner, id }) => [owner, id]));
	for (const [owner, id] of ids(first)) expect(ids(again).get(owner)).toBe(id);
});

test('equal rows of one run make a record each, and the same records when they run again', async () => {
	const [row] = inputs(simulator, 1) as [Input];
	const rows = [{ ...row }, { ...row }, { ...row }];
	const first = await create(rows);
	const again = await create(rows.map((each) => ({ ...each })));
	expect(new Set(first.json.map(({ external_offer_id: id }) => id)).size).toBe(3);
	expect(again.json.map(({ external_offer_id: id }) => id).sort()).toEqual(
		first.json.map(({ external_offer_id: id }) => id).sort(),
	);
	expect(made()).toBe(3);
});

test('equal rows in the runs of a loop make a record each', async () => {
	const [row] = inputs(simulator, 1) as [Input];
	const { error } = await create([row, { ...row }], { oneByOne: true });
	expect(error).toBeUndefined();
	expect(made()).toBe(2);
});

test.each([
	['item', { note: 'other' }, {}],
	['request', {}, { fields: { offerStatus: 'Sent' } }],
	['workflow', {}, { workflowId: 'another-workflow' }],
	['node', {}, { nodeId: 'another-node' }],
])('another %s has another key', async (_, item, other) => {
	const [row] = inputs(simulator, 1) as [Input];
	await create([row]);
	await create([{ ...row, ...item }], other);
	expect(new Set(keys()).size).toBe(2);
	expect(made()).toBe(2);
});

test('a key of the user stays as it is', async () => {
	const rows = inputs(simulator, 2);
	await create(rows, { fields: { externalId: '={{ "mine of " + $json.owner }}' } });
	expect(keys().sort()).toEqual(rows.map(({ owner }) => `mine of ${owner}`).sort());
});

test('two rows with one key are refused before anything is sent, and both are named', async () => {
	const { error } = await create(inputs(simulator, 4), {
		fields: { externalId: '={{ "K" + $itemIndex % 3 }}' },
	});
	expect(error?.message).toBe("'External ID' is the same in item 0 and item 3 [item 3]");
	expect(error?.description).toMatch(/only one record.*Nothing was sent/);
	expect(simulator.requestCount).toBe(0);
});

test('under Continue On Fail only the second of them fails', async () => {
	const { json } = await create(inputs(simulator, 4), {
		fields: { externalId: '={{ "K" + $itemIndex % 3 }}' },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json.map(({ error }) => error !== undefined)).toEqual([false, false, false, true]);
	expect(made()).toBe(3);
});

test('and so in every try of Retry On Fail', async () => {
	const { error } = await create(inputs(simulator, 4), {
		fields: { externalId: '={{ "K" + $itemIndex % 3 }}' },
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(error?.message).toBe("'External ID' is the same in item 0 and item 3 [item 3]");
	expect(simulator.requestCount).toBe(0);
});

test('and so where the first of them is sent again', async () => {
	simulator.fail({ kind: 'code', http: 400, code: 1002002, msg: 'refused', route: CREATE, times: 1 });
	const rows = inputs(simulator, 1).flatMap((row) => [row, { ...row, owner: 'another' }]);
	const { json } = await create(rows, {
		fields: { externalId: 'K' },
		settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(json.map(({ error }) => error !== undefined)).toEqual([false, true]);
	expect(made()).toBe(1);
});
