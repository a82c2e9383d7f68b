/** 'On Error: Continue' and 'Continue (using error output)': what fails stays at its place, the rest goes out. */
import { startSimulator, type Simulator } from '../simulator';
import { runNode } from '../n8nCore/run';
import { terminate, updateStatus } from './calls';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const CONTINUE = { onError: 'continueRegularOutput' } as const;
const ERROR_OUTPUT = { onError: 'continueErrorOutput' } as const;

/** Five rows, of which the second is invalid and the fourth is refused by Feishu Hire. */
function fiveRows() {
	const [first = '', third = '', fifth = ''] = simulator.addApplications(3);
	const rows = [first, 'n/a', third, simulator.ids.applications.terminated, fifth];
	return { good: [first, third, fifth], items: rows.map((id, row) => ({ id, row })) };
}

test('bad and refused rows become error items at their place', async () => {
	const { good, items: rows } = fiveRows();
	const { items, json, error } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: rows,
		settings: CONTINUE,
	});
	expect(error).toBeUndefined();
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
	expect(json.map(({ application_id }) => application_id)).toEqual([
		good[0],
		undefined,
		good[1],
		undefined,
		good[2],
	]);
	expect(json.map((item) => 'success' in item)).toEqual([true, false, true, false, true]);
	expect(JSON.stringify(json[1]?.error)).toMatch(/'Application' is not an ID/);
	expect(JSON.stringify(json[3]?.error)).toMatch(/already terminated/);
	expect(simulator.applied.map(({ id }) => id).sort()).toEqual([...good].sort());
});

test.each([CONTINUE, ERROR_OUTPUT])(
	'an error item tells the mend and the facts of Feishu Hire (%j)',
	async (settings) => {
		const { items: rows } = fiveRows();
		const { items, failed } = await runNode(simulator, {
			...terminate('={{ $json.id }}'),
			items: rows,
			settings,
		});
		const written = [...items, ...failed]
			.filter(({ json }) => 'error' in json)
			.map(({ json }) => JSON.stringify(json));
		expect(written).toHaveLength(2);
		const [bad, refused] = written;
		expect(bad).toMatch(/digits/);
		expect(refused).toMatch(/1002221/);
		const { logId = '' } = simulator.requests.find(({ code }) => code === 1002221) ?? {};
		expect(refused).toContain(logId);
	},
);

test('the error output gets them, and only them', async () => {
	const { good, items: rows } = fiveRows();
	const { json, failed, error } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: rows,
		settings: ERROR_OUTPUT,
	});
	expect(error).toBeUndefined();
	expect(json.map(({ application_id }) => application_id)).toEqual(good);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 3 }]);
	expect(JSON.stringify(failed[0]?.json.error)).toMatch(/is not an ID/);
	expect(JSON.stringify(failed[1]?.json.error)).toMatch(/already terminated/);
});

test('an item of the error output has the fields of its input item', async () => {
	const { items: rows } = fiveRows();
	const { failed } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: rows,
		settings: ERROR_OUTPUT,
	});
	expect(failed.map(({ json: item }) => item.row)).toEqual([1, 3]);
	expect(failed.map(({ json: item }) => item.id)).toEqual(['n/a', simulator.ids.applications.terminated]);
});

test.each([CONTINUE, ERROR_OUTPUT])('when every row is bad, nothing is sent (%j)', async (settings) => {
	const { items, failed, error } = await runNode(simulator, {
		...updateStatus('={{ $json.id }}', 4),
		items: [{ id: '' }, { id: 'x' }, {}],
		settings,
	});
	expect(error).toBeUndefined();
	expect(items.length + failed.length).toBe(3);
	expect(simulator.requests).toHaveLength(0);
});

test('a refusal of the whole app makes every item an error item', async () => {
	const { items: rows } = fiveRows();
	simulator.fail({ kind: 'code', http: 400, code: 99991403, msg: 'exceed quota' });
	const { json } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: rows,
		settings: CONTINUE,
	});
	expect(json).toHaveLength(5);
	expect(json.every((item) => 'error' in item)).toBe(true);
});

test('no token or secret is in an error item', async () => {
	const { items: rows } = fiveRows();
	const { items, credential } = await runNode(simulator, {
		...terminate('={{ $json.id }}'),
		items: rows,
		settings: CONTINUE,
	});
	const written = JSON.stringify(items);
	expect(written).not.toContain(simulator.appSecret);
	const [token = ''] = String(credential.stored.accessToken).split(' ');
	expect(token).toMatch(/^t-/);
	expect(written).not.toContain(token);
});
