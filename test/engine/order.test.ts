/** Items of one record go out in input order, one after the other; the others overlap; the output is in input order. */
import { startSimulator, type Simulator } from '../simulator';
import { byId, runNode, type RunOptions } from '../n8nCore/run';
import { hireRequests, transferStage, updateStatus } from '../nodes/calls';

const RECORDS = 8;
const STEPS = 6;
/** Long enough for a request that does not wait to overtake the one before it. */
const SLOW_MS = 100;

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ seed: 7, latency: { before: [1, 60], after: [1, 40] } });
});
afterEach(async () => await simulator.close());

/** Every request at the simulator, from its arrival to the moment when it was carried out. */
const spans = () =>
	simulator.applied.map(({ seq, at, id, body }) => ({
		id,
		stage: (body as { stage_id: string }).stage_id,
		start: simulator.requests.find((request) => request.seq === seq)?.at ?? NaN,
		end: at,
	}));

test('with shuffled latencies', async () => {
	const records = simulator.addApplications(RECORDS);
	const { exam, interview } = simulator.ids.stages.social;
	const items = Array.from({ length: RECORDS * STEPS }, (_, index) => ({
		id: records[index % RECORDS] ?? '',
		stage: Math.floor(index / RECORDS) % 2 === 0 ? exam : interview,
	}));
	const { items: output, error } = await runNode(simulator, {
		...transferStage('={{ $json.id }}', '={{ $json.stage }}'),
		items,
	});
	expect(error).toBeUndefined();
	const sent = spans();
	expect(sent).toHaveLength(items.length);

	for (const record of records) {
		const own = sent.filter(({ id }) => id === record).sort((a, b) => a.start - b.start);
		expect(own.map(({ stage }) => stage)).toEqual(
			items.filter(({ id }) => id === record).map(({ stage }) => stage),
		);
		for (const [index, { start }] of own.entries()) {
			expect(start).toBeGreaterThanOrEqual(own[index - 1]?.end ?? 0);
		}
	}

	const inFlight = sent.map(
		({ start }) => sent.filter((other) => other.start <= start && start < other.end).length,
	);
	expect(Math.max(...inFlight)).toBeGreaterThan(RECORDS / 2);
	const carriedOut = sent.map(({ id }) => id);
	expect(carriedOut).not.toEqual(items.map(({ id }) => id));

	expect(output.map(({ json }) => json.application_id)).toEqual(items.map(({ id }) => id));
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
});

type Steps = Pick<RunOptions, 'node' | 'parameters' | 'items'>;

/** Two changes of one record of which the second is only possible after the first. */
const TWO_STEPS: ReadonlyArray<readonly [title: string, steps: (simulator: Simulator) => Steps]> = [
	[
		'Update Status of an offer',
		({ ids }) => ({
			...updateStatus(ids.offers.created, '={{ $json.status }}'),
			items: [{ status: 4 }, { status: 6 }],
		}),
	],
	[
		'Update Status of an internship offer',
		({ ids }) => ({
			node: 'feishuHireOffer',
			parameters: {
				resource: 'internshipOffer',
				operation: 'updateStatus',
				offerId: byId(ids.internshipOffers.pending),
				statusChange: '={{ $json.change }}',
				actualOnboardingDate: '2026-03-02',
				actualOffboardingDate: '2026-04-02',
			},
			items: [{ change: 'confirm_onboarding' }, { change: 'offboard' }],
		}),
	],
	[
		'Update Employee',
		({ ids }) => ({
			node: 'feishuHireApplication',
			parameters: {
				resource: 'onboarding',
				operation: 'updateEmployee',
				employeeId: byId(ids.onboarding.employee),
				employeeOperation: '={{ $json.change }}',
				actualConversionTime: '2025-09-01',
			},
			items: [{ change: 1 }, { change: 5 }],
		}),
	],
];

test.each(TWO_STEPS)('%s: the second change waits for the first, however slow', async (_, steps) => {
	const { node, parameters, items } = steps(simulator);
	simulator.settings.latency = {
		before: ({ seq }) => (seq === hireRequests(simulator)[0]?.seq ? SLOW_MS : 0),
	};
	const { json, error } = await runNode(simulator, {
		node,
		parameters: { expirationDate: '2031-01-31', ...parameters },
		items,
	});
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2);
	expect(simulator.applied.map(({ seq }) => seq)).toEqual(hireRequests(simulator).map(({ seq }) => seq));
});
